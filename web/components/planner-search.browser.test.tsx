import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { PlannerSearch } from "./planner-search.tsx";
import { Held, mount } from "./test-mount.tsx";

beforeEach(() => {
  mount(
    <Held initial="">
      {(value, set) => (
        <>
          <PlannerSearch value={value} onInput={set} />
          <input aria-label="หมายเหตุ" />
        </>
      )}
    </Held>,
  );
});

const search = () => page.getByRole("textbox", { name: "รหัสหรือชื่อโครงการ" });

test("/ leads to the search and is not typed into it", async () => {
  await userEvent.keyboard("/");
  await expect.element(search()).toHaveFocus();
  await expect.element(search()).toHaveValue("");
});

test("in another field, / is a letter", async () => {
  const note = page.getByRole("textbox", { name: "หมายเหตุ" });
  await userEvent.type(note, "ครัวเรือน/คน");
  await expect.element(note).toHaveValue("ครัวเรือน/คน");
  await expect.element(note).toHaveFocus();
});

test("Esc and the cross clear it", async () => {
  await userEvent.fill(search(), "P0453");
  await userEvent.keyboard("{Escape}");
  await expect.element(search()).toHaveValue("");
  await userEvent.fill(search(), "P0453");
  await userEvent.click(page.getByRole("button", { name: "ล้างคำค้น" }));
  await expect.element(search()).toHaveValue("");
});
