import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { StepSlider } from "./step-slider.tsx";
import { Held, mount } from "./test-mount.tsx";

let reported: number[];

beforeEach(() => {
  reported = [];
  mount(
    <Held initial={33}>
      {(value, set) => (
        <StepSlider
          number={4}
          name="จัดอบรม"
          weight={35}
          note="จังหวัดเห็นล่าสุด 40%"
          value={value}
          onChange={(next) => {
            reported.push(next);
            set(next);
          }}
        />
      )}
    </Held>,
  );
});

const slider = () => page.getByRole("slider", { name: "จัดอบรม" });
const number = () => page.getByRole("textbox", { name: "ความก้าวหน้า จัดอบรม" });

test("a value between the steps is shown as it is", async () => {
  await expect.element(slider()).toHaveAttribute("aria-valuetext", "33%");
  await expect.element(slider()).toHaveAccessibleDescription("จังหวัดเห็นล่าสุด 40%");
  await expect.element(number()).toHaveValue("33");
});

test("keys go from step to step, and to the ends", async () => {
  slider().element().focus();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}{ArrowLeft}{PageUp}{End}{ArrowRight}{Home}");
  expect(reported).toEqual([35, 40, 35, 55, 100, 100, 0]);
});

test("from between two steps, back and down go to the one below", async () => {
  slider().element().focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(reported).toEqual([30]);
});

test("− and + do as the keys", async () => {
  await userEvent.click(page.getByRole("button", { name: "เพิ่ม จัดอบรม" }));
  await userEvent.click(page.getByRole("button", { name: "ลด จัดอบรม" }));
  expect(reported).toEqual([35, 30]);
});

test("any whole percent can be typed, also in Thai digits", async () => {
  await userEvent.fill(number(), "๘๗");
  await expect.element(slider()).toHaveAttribute("aria-valuetext", "87%");
});

test("more than 100 stays in the field, marked, and is not reported", async () => {
  await userEvent.fill(number(), "101");
  await userEvent.tab();
  await expect.element(number()).toHaveValue("101");
  await expect.element(number()).toBeInvalid();
  expect(reported).toEqual([]);
});

test("a drag comes to rest on a step", async () => {
  const input = slider().element();
  if (!(input instanceof HTMLInputElement)) throw new Error("The slider is no input");
  input.value = "62";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  expect(reported).toEqual([60]);
  expect(input.value).toBe("60");
});
