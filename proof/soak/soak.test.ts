import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { numbersFrom } from "../kill/numbers.ts";
import { soak } from "./soak.ts";

// 60 days without signal: three officers with a tablet each, reports and photos, two upgrades, then
// one reconnect at 1 Mbit/s. A small one in every run; the whole of it by `npm run soak`.

const REPORTS = Number(process.env.SOAK_REPORTS ?? 8);
const KILOBYTES = Number(process.env.SOAK_KILOBYTES ?? 40);
const SEED = Number(process.env.SOAK_SEED ?? 20_261_124);
const MOST_WASTE = 0.15;
const TIME_LIMIT_MS = 60 * 60_000;

function anId(random: () => number) {
  const digits = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");
  return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}` as const;
}

beforeEach(() => {
  // The clocks of all of them; whatever waits for real still does.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-01-05T02:00:00Z") });
  // Ids travel, and gzip makes more or less of them.
  const random = numbersFrom(SEED);
  vi.spyOn(crypto, "randomUUID").mockImplementation(() => anId(random));
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test(
  `[S1] [S3] [F1] sixty days offline, one reconnect, and all of it is with the server (SOAK_SEED=${SEED})`,
  async () => {
    const setNow = (ms: number) => vi.setSystemTime(ms);
    const report = await soak({ reports: REPORTS, kilobytes: KILOBYTES, seed: SEED, setNow });
    console.log(`SOAK_SEED=${SEED}`, report);
    expect(report.waste, "bytes that went up beside the payload").toBeLessThanOrEqual(MOST_WASTE);
    expect(report.cut, "the link was as bad as said").toBeGreaterThan(0);
    expect(report.photos).toBe(3 * REPORTS);
  },
  TIME_LIMIT_MS,
);
