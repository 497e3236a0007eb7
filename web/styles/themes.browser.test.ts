import { afterAll, beforeAll, describe, expect, test } from "vitest";
import "./app.css";

const TEXTS = [
  "--color-base-content",
  "--c-ink2",
  "--c-ink3",
  "--color-primary",
  "--color-success",
  "--color-warning",
  "--c-mang",
  "--color-error",
];
const GROUNDS = ["--color-base-100", "--color-base-200", "--root-bg"];
const PAIRS: [text: string, ground: string][] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground): [string, string] => [text, ground])),
  ["--color-base-content", "--c-kram-soft"],
  ["--c-ink2", "--c-kram-soft"],
  ["--c-ink3", "--c-kram-soft"],
  ["--color-primary", "--c-kram-soft"],
  ["--color-warning", "--c-din-soft"],
  ["--c-mang", "--c-mang-soft"],
  ["--color-error", "--c-krang-soft"],
  ["--color-base-content", "--c-khamin-soft"],
  ["--color-primary-content", "--color-primary"],
  ["--color-warning-content", "--color-warning"],
  ["--color-error-content", "--color-error"],
  ["--color-accent-content", "--color-accent"],
  ["--c-rail-ink", "--c-rail"],
];

const AA = 4.5;
const AAA = 7;

let probe: HTMLElement;

beforeAll(() => {
  probe = document.body.appendChild(document.createElement("div"));
});

afterAll(() => {
  probe.remove();
  delete document.documentElement.dataset.theme;
});

describe.each([
  ["light", AA],
  ["dark", AA],
  ["sunlight", AAA],
])("%s", (theme, least) => {
  test.each(PAIRS)(`%s on %s has a contrast of ${least} or more`, (text, ground) => {
    document.documentElement.dataset.theme = theme;
    expect(contrast(luminance(text), luminance(ground))).toBeGreaterThanOrEqual(least);
  });

  test("the border of a control stands out from its card by 3 or more", () => {
    document.documentElement.dataset.theme = theme;
    expect(contrast(luminance("--c-edge"), luminance("--color-base-100"))).toBeGreaterThanOrEqual(
      3,
    );
  });
});

/** WCAG 2.2, relative luminance of a colour of the theme in force. */
function luminance(variable: string): number {
  probe.style.color = `var(${variable})`;
  const channels = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = Number(channel) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number, other: number): number {
  const [dark = 0, light = 0] = [one, other].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
