import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { BeDateField } from "./be-date-field.tsx";
import { readParts } from "./be-date-text.ts";
import { Held, mount } from "./test-mount.tsx";

let text = "";

beforeEach(() => {
  text = "";
  mount(
    <Held initial="">
      {(value, set) => (
        <BeDateField
          label="ตั้งแต่วันที่"
          text={value}
          today="2024-03-15"
          onText={(next) => {
            text = next;
            set(next);
          }}
        />
      )}
    </Held>,
  );
});

const day = () => page.getByRole("textbox", { name: "ตั้งแต่วันที่ วัน" });
const month = () => page.getByRole("combobox", { name: "ตั้งแต่วันที่ เดือน" });
const year = () => page.getByRole("textbox", { name: "ตั้งแต่วันที่ ปี พ.ศ." });
const date = () => {
  const read = readParts(text);
  return read.ok ? read.value : undefined;
};

test("day, Thai month and Buddhist year are a date; 29 February is there in 2567", async () => {
  await userEvent.fill(day(), "๒๙");
  await userEvent.selectOptions(month(), "กุมภาพันธ์");
  await userEvent.fill(year(), "2567");
  expect(date()).toBe("2024-02-29");
  await userEvent.fill(year(), "2566");
  await userEvent.tab();
  await userEvent.tab();
  await expect.element(page.getByText("ไม่มีวันที่นี้ในปฏิทิน")).toBeVisible();
});

test("a whole date pasted into the day spreads over the three", async () => {
  await userEvent.fill(day(), "14 มี.ค. 67");
  expect(date()).toBe("2024-03-14");
  await expect.element(year()).toHaveValue("2567");
});

test("a Christian year is asked about, never assumed", async () => {
  await userEvent.fill(day(), "14");
  await userEvent.selectOptions(month(), "มีนาคม");
  await userEvent.fill(year(), "2024");
  await userEvent.tab();
  await userEvent.tab();
  expect(date()).toBeUndefined();
  await userEvent.click(page.getByRole("button", { name: "ใช้ 14 มีนาคม 2567" }));
  expect(date()).toBe("2024-03-14");
});

test("the calendar picks by keyboard, with the Buddhist year in its head", async () => {
  await userEvent.click(page.getByRole("button", { name: "เลือกตั้งแต่วันที่จากปฏิทิน" }));
  await expect.element(page.getByText("มีนาคม 2567", { exact: true })).toBeVisible();
  await expect.element(page.getByRole("button", { name: "15 มีนาคม 2567" })).toHaveFocus();
  await userEvent.keyboard("{ArrowUp}");
  await expect.element(page.getByRole("button", { name: "8 มีนาคม 2567" })).toHaveFocus();
  await userEvent.keyboard("{PageUp}");
  await expect.element(page.getByRole("button", { name: "8 กุมภาพันธ์ 2567" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(date()).toBe("2024-02-08");
});
