import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { CostField } from "./cost-field.tsx";
import { Held, mount } from "./test-mount.tsx";

const LABEL = "ค่าใช้จ่ายของพื้นที่นี้เท่านั้น";
const RULE = "ใส่เฉพาะตัวเลขอารบิก ไม่ใส่ “,”";

let costs: (number | null)[];
let kept: (string | undefined)[];

function open(initial: number | null = null, typed?: string): void {
  mount(
    <Held<number | null> initial={initial}>
      {(value, set) => (
        <>
          <CostField
            label={LABEL}
            value={value}
            typed={typed}
            onTyped={(text) => kept.push(text)}
            onChange={(cost) => {
              costs.push(cost);
              set(cost);
            }}
          />
          <button type="button" onClick={() => set(100_000)}>
            หารเท่ากัน
          </button>
        </>
      )}
    </Held>,
  );
}

beforeEach(() => {
  costs = [];
  kept = [];
});

const field = () => page.getByRole("textbox", { name: LABEL });

test("[R40] what is typed is handed on as satang, stays as typed, and is read out in words", async () => {
  open();
  await userEvent.fill(field(), "1000.5");
  await expect.element(field()).toHaveValue("1000.5");
  await expect.element(page.getByText("หนึ่งพันบาทห้าสิบสตางค์")).toBeVisible();
  expect(costs.at(-1)).toBe(100_050);
  await userEvent.tab();
  await expect.element(field()).toHaveValue("1000.50");
});

test.each([
  ["1,000", "1000"],
  ["๑๐๐๐", "1000"],
  ["1000 บาท", "1000"],
])("[R40] %s stays, is refused, and %s is a tap away", async (typed, fix) => {
  open();
  await userEvent.fill(field(), typed);
  await userEvent.tab();
  await expect.element(field()).toHaveValue(typed);
  await expect.element(field()).toBeInvalid();
  await expect.element(field()).toHaveAccessibleDescription(RULE);
  expect(costs).toEqual([null]);
  expect(kept.at(-1)).toBe(typed);
  await userEvent.click(page.getByRole("button", { name: `แปลงเป็น ${fix}` }));
  await expect.element(field()).toHaveValue(fix);
  await expect.element(field()).toBeValid();
  expect(costs.at(-1)).toBe(100_000);
  expect(kept.at(-1)).toBeUndefined();
});

test.each(["-1", "1e3", "หนึ่งพัน"])("[R40] for %s nothing sensible is offered", async (typed) => {
  open();
  await userEvent.fill(field(), typed);
  await expect.element(field()).toBeInvalid();
  expect(page.getByRole("button", { name: /แปลงเป็น/ }).elements()).toEqual([]);
});

test("[R40] what could not be read is there again when the form is opened again", async () => {
  open(null, "3,000");
  await expect.element(field()).toHaveValue("3,000");
  await expect.element(page.getByRole("button", { name: "แปลงเป็น 3000" })).toBeVisible();
});

test("[R41] an equal share put in from outside takes the place of what was typed", async () => {
  open(300_000);
  await userEvent.fill(field(), "3,000");
  await userEvent.click(page.getByRole("button", { name: "หารเท่ากัน" }));
  await expect.element(field()).toHaveValue("1000");
  await expect.element(field()).toBeValid();
});

test("an emptied cost is nothing, not zero", async () => {
  open(300_000);
  await userEvent.clear(field());
  expect(costs).toEqual([null]);
  await expect.element(field()).toBeValid();
});
