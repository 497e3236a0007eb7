import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { StepperField } from "./stepper-field.tsx";
import { Held, mount } from "./test-mount.tsx";

let reported: (number | null)[];

beforeEach(() => {
  reported = [];
  mount(
    <Held<number | null> initial={58}>
      {(value, set) => (
        <StepperField
          label="ผู้เข้าร่วม"
          unit="คน"
          value={value}
          max={100}
          onChange={(next) => {
            reported.push(next);
            set(next);
          }}
        />
      )}
    </Held>,
  );
});

const field = () => page.getByRole("textbox", { name: "ผู้เข้าร่วม" });

test("− and + move it by one and stop at the ends", async () => {
  await userEvent.click(page.getByRole("button", { name: "เพิ่ม ผู้เข้าร่วม" }));
  await expect.element(field()).toHaveValue("59");
  await userEvent.fill(field(), "100");
  await expect.element(page.getByRole("button", { name: "เพิ่ม ผู้เข้าร่วม" })).toBeDisabled();
  await userEvent.click(page.getByRole("button", { name: "ลด ผู้เข้าร่วม" }));
  expect(reported).toEqual([59, 100, 99]);
});

test("Thai digits are a number, shown in Arabic ones when the field is left", async () => {
  await userEvent.fill(field(), "๔๒");
  await expect.element(field()).toHaveValue("๔๒");
  await userEvent.tab();
  await expect.element(field()).toHaveValue("42");
  expect(reported.at(-1)).toBe(42);
});

test("what is no number stays as typed, is marked and not reported", async () => {
  await userEvent.fill(field(), "58 คน");
  await userEvent.tab();
  await expect.element(field()).toHaveValue("58 คน");
  await expect.element(field()).toBeInvalid();
  await expect.element(field()).toHaveAccessibleDescription("ใส่เฉพาะตัวเลข ไม่ใส่ “,” หรือเครื่องหมายอื่น");
  expect(reported).toEqual([]);
});

test("a number out of range is named as such and not reported", async () => {
  await userEvent.fill(field(), "101");
  await expect.element(field()).toHaveAccessibleDescription("ใส่ได้ไม่เกิน 100");
  expect(reported).toEqual([]);
});

test("an emptied field is nothing, not zero", async () => {
  await userEvent.clear(field());
  expect(reported).toEqual([null]);
});
