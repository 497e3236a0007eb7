import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Position } from "../../shared/area-record.ts";
import { Held, mount } from "../components/test-mount.tsx";
import { PositionField } from "./position-field.tsx";

type Answer = (found: PositionCallback, refused: PositionErrorCallback) => void;

const CODES = { PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 } as const;

/** The receiver of this tablet. */
let answer: Answer;
let positions: (Position | null)[];

beforeEach(() => {
  positions = [];
  vi.spyOn(navigator.geolocation, "getCurrentPosition").mockImplementation((found, refused) =>
    answer(found, refused ?? (() => {})),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
});

function open(initial: Position | null = null, readOnly = false): void {
  mount(
    <Held<Position | null> initial={initial}>
      {(value, set) => (
        <PositionField
          value={value}
          readOnly={readOnly}
          onChange={(position) => {
            positions.push(position);
            set(position);
          }}
        />
      )}
    </Held>,
  );
}

const use = () => page.getByRole("button", { name: "ใช้ตำแหน่งที่อยู่ตอนนี้" });
const said = () => page.getByRole("status");

const foundAt =
  (latitude: number, longitude: number, accuracy: number): Answer =>
  (found) => {
    const coords = { latitude, longitude, accuracy, altitude: null, altitudeAccuracy: null };
    const rest = { heading: null, speed: null, toJSON: () => ({}) };
    found({ coords: { ...coords, ...rest }, timestamp: 0, toJSON: () => ({}) });
  };
const refusedWith =
  (code: keyof typeof CODES): Answer =>
  (_, refused) =>
    refused({ ...CODES, code: CODES[code], message: "" });

test("[R39] where the person is, with its accuracy, only when asked, and taken out again", async () => {
  answer = foundAt(13.81234567, 102.07654321, 11.2);
  open();
  expect(positions).toEqual([]);
  await userEvent.click(use());
  await expect.element(page.getByText("13.812346, 102.076543 · แม่นยำ ±12 เมตร")).toBeVisible();
  expect(positions).toEqual([{ accuracyM: 12, latitude: 13.812346, longitude: 102.076543 }]);
  await userEvent.click(page.getByRole("button", { name: "นำพิกัดออก" }));
  expect(positions.at(-1)).toBeNull();
});

test.each([
  ["PERMISSION_DENIED", /ยังไม่อนุญาตให้ใช้ตำแหน่ง.*ไม่มีพิกัดก็บันทึกได้/],
  ["POSITION_UNAVAILABLE", /หาตำแหน่งไม่ได้.*ไม่มีพิกัดก็บันทึกได้/],
  ["TIMEOUT", /หาตำแหน่งไม่พบในเวลาที่กำหนด.*โดยไม่มีพิกัด/],
] as const)("[R39] %s is explained, and asking again is possible", async (code, words) => {
  answer = refusedWith(code);
  open();
  await userEvent.click(use());
  await expect.element(said().filter({ hasText: words })).toBeVisible();
  expect(positions).toEqual([]);
  answer = foundAt(13.8, 102, 5);
  await userEvent.click(use());
  await expect.element(page.getByText(/±5 เมตร/)).toBeVisible();
  await expect.element(said()).toHaveTextContent("");
});

test("[R39] while the receiver looks, a second tap asks nothing, and what is there stays", async () => {
  let asked = 0;
  answer = () => {
    asked += 1;
  };
  open({ accuracyM: 5, latitude: 13.8, longitude: 102 });
  await userEvent.click(use());
  await expect.element(said().filter({ hasText: "กำลังหาตำแหน่ง" })).toBeVisible();
  await userEvent.keyboard("{Enter}");
  expect(asked).toBe(1);
  await expect.element(page.getByText(/13.8, 102/)).toBeVisible();
});

test("a form that is only read shows the position, or nothing", async () => {
  open(null, true);
  expect(page.getByText("พิกัด", { exact: false }).elements()).toEqual([]);
  open({ accuracyM: 5, latitude: 13.8, longitude: 102 }, true);
  await expect.element(page.getByText(/13.8, 102/)).toBeVisible();
  expect(page.getByRole("button").elements()).toEqual([]);
});
