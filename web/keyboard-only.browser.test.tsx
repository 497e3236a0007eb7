import { beforeAll, expect, onTestFinished, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { openApp } from "./test-app.tsx";
import { aFullTablet } from "./test-states.ts";
import "./styles/app.css";

const home = location.pathname + location.search;

beforeAll(() => page.viewport(1280, 800));

/** For a screen to be drawn, on a busy machine. */
const PATIENCE_MS = 15_000;

test("[R27 R28 R33] a report with a photo is entered and sent with the keyboard alone", async () => {
  const { db, assignment } = await aFullTablet();
  onTestFinished(() => history.replaceState(null, "", home));
  await openApp({ db }, { path: "/reports" });
  await tabTo("link", assignment.project.path.at(-1)?.name ?? "");
  await press("Enter");
  await tabTo("link", "เปิดแบบฟอร์ม");
  await press("Enter");

  await tabTo("textbox", "ผลที่ทำได้");
  await userEvent.keyboard("58");
  await tabTo("slider", "");
  await press("End");
  await tabTo("textbox", "ประเด็นความสำเร็จ");
  await userEvent.keyboard("ok");
  await tabTo("combobox", "พื้นที่ดำเนินการ");
  await press("ArrowDown");
  await press("ArrowDown");
  await press("Enter");
  await press("Escape");
  const combobox = document.activeElement;
  expect(combobox?.getAttribute("aria-expanded")).toBe("false");
  expect(combobox?.getAttribute("role"), "Escape closes the list, and nothing else").toBe(
    "combobox",
  );

  const input = await tabTo("file", "ถ่ายรูป");
  await expectToOpen(input);
  await userEvent.upload(input, await aPhoto());
  const photo = await tabTo("button", "รูปที่ 1");
  await press("Enter");
  await expectDialog();
  await press("Escape");
  await expectBackAt(photo);

  const send = await tabTo("button", "ส่งรายงาน");
  await press("Enter");
  await expectDialog();
  await press("Escape");
  await expectBackAt(send);
  expect(await db.outbox.count(), "Escape sends nothing").toBe(0);

  await press("Enter");
  await expectDialog();
  await tabTo("button", "ตกลง");
  await press("Enter");
  await expect.poll(() => db.outbox.count()).toBe(1);
  const [queued] = await db.outbox.toArray();
  expect(queued?.mutation).toMatchObject({
    body: { outputs: { o1: 58 }, steps: { s1: 100 }, successPoints: "ok", areaCodes: ["270901"] },
    attachments: [{ name: "IMG_1.jpg" }],
  });
  await expectDialog();
  await press("Enter");
  await expect.poll(() => document.querySelector("dialog[open]")).toBeNull();
});

async function press(key: string): Promise<void> {
  await userEvent.keyboard(`{${key}}`);
}

/**
 * Goes on with the Tab key to the next control of a kind with a name, waiting for it where the screen
 * is still being drawn. Every stop on the way can be seen.
 */
async function tabTo(kind: string, name: string): Promise<HTMLElement> {
  const passed = new Set<string>();
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (Date.now() < giveUpAt) {
    await press("Tab");
    const stop = document.activeElement;
    if (!(stop instanceof HTMLElement) || stop === document.body) continue;
    expect(isSeen(stop), `the focus on ${nameOf(stop)} can be seen`).toBe(true);
    if (kindOf(stop) === kind && nameOf(stop).includes(name)) return stop;
    passed.add(`${kindOf(stop)} ${nameOf(stop)}`);
  }
  throw new Error(`${kind} ${name} is not among: ${[...passed].join(", ")}`);
}

function kindOf(element: HTMLElement): string {
  const role = element.getAttribute("role");
  if (role) return role;
  if (element instanceof HTMLInputElement) {
    return { file: "file", range: "slider", radio: "radio" }[element.type] ?? "textbox";
  }
  const kinds: Record<string, string> = { A: "link", BUTTON: "button", TEXTAREA: "textbox" };
  return kinds[element.tagName] ?? element.tagName.toLowerCase();
}

function nameOf(element: HTMLElement): string {
  const label = "labels" in element && element instanceof HTMLInputElement ? element.labels : null;
  const by = element.getAttribute("aria-labelledby");
  const said = [
    element.getAttribute("aria-label"),
    by && document.getElementById(by)?.textContent,
    ...[...(label ?? [])].map(({ textContent }) => textContent),
    element instanceof HTMLTextAreaElement ? element.labels[0]?.textContent : "",
    element.textContent,
  ];
  return said
    .filter(Boolean)
    .join(" ")
    .replaceAll(/[\u200B\u2060]/g, "");
}

/** Drawn around the control, or around what it lies in. */
function isSeen(element: HTMLElement): boolean {
  for (let at: Element | null = element, up = 0; at && up < 4; at = at.parentElement, up += 1) {
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(at);
    if (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && opacity !== "0")
      return true;
  }
  return false;
}

/** Pressing it opens the browser's own dialog for files; the test closes that before it opens. */
async function expectToOpen(input: HTMLElement): Promise<void> {
  let isOpened = false;
  const stop = (event: Event) => {
    isOpened = true;
    event.preventDefault();
  };
  input.addEventListener("click", stop, { once: true });
  await press("Enter");
  if (!isOpened) await press(" ");
  expect(isOpened, "the keyboard opens the choice of files").toBe(true);
}

async function expectDialog(): Promise<void> {
  await expect.poll(() => document.querySelector("dialog[open]")).not.toBeNull();
  const dialog = document.querySelector("dialog[open]");
  await expect
    .poll(() => dialog?.contains(document.activeElement), { message: "the focus is in the dialog" })
    .toBe(true);
}

async function expectBackAt(opener: HTMLElement): Promise<void> {
  await expect.poll(() => document.querySelector("dialog[open]")).toBeNull();
  await expect.poll(() => nameOf(focused())).toBe(nameOf(opener));
}

function focused(): HTMLElement {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? activeElement : document.body;
}

async function aPhoto(): Promise<File> {
  const canvas = new OffscreenCanvas(320, 240);
  const pen = canvas.getContext("2d");
  if (pen) pen.fillStyle = "#3d7a42";
  pen?.fillRect(40, 40, 200, 120);
  return new File([await canvas.convertToBlob({ type: "image/jpeg" })], "IMG_1.jpg", {
    type: "image/jpeg",
  });
}
