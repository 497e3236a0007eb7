import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { SeveralOfMany } from "./several-of-many.tsx";
import { Held, mount } from "./test-mount.tsx";

const OPTIONS = [
  { value: "270901", label: "ต.วังสมบูรณ์", detail: "อ.วังสมบูรณ์" },
  { value: "270902", label: "ต.วังใหม่", detail: "อ.วังสมบูรณ์" },
  { value: "270903", label: "ต.วังทอง", detail: "อ.วังสมบูรณ์" },
];
let chosen: string[] = [];

beforeEach(() => {
  chosen = [];
  mount(
    <Held<string[]> initial={[]}>
      {(value, set) => (
        <SeveralOfMany
          label="พื้นที่ดำเนินการ"
          placeholder="พิมพ์ชื่อตำบล"
          options={OPTIONS}
          chosen={value}
          onChange={(next) => {
            chosen = next;
            set(next);
          }}
        />
      )}
    </Held>,
  );
});

const search = () => page.getByRole("combobox", { name: "พื้นที่ดำเนินการ" });

test("the keyboard finds, chooses and lets go of an option", async () => {
  await userEvent.fill(search(), "ตำบลวังใหม");
  await expect.poll(() => page.getByRole("option").elements().length).toBe(1);
  await userEvent.keyboard("{Enter}");
  expect(chosen).toEqual(["270902"]);
  await expect.element(page.getByRole("option")).toHaveAttribute("aria-selected", "true");
  await userEvent.keyboard("{Enter}");
  expect(chosen).toEqual([]);
});

test("arrows walk the list, Esc closes it and what was chosen stays", async () => {
  await userEvent.click(search());
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  expect(chosen).toEqual(["270903"]);
  await userEvent.keyboard("{Escape}");
  await expect.element(search()).toHaveAttribute("aria-expanded", "false");
  await userEvent.click(page.getByRole("button", { name: "เอา ต.วังทอง ออก" }));
  expect(chosen).toEqual([]);
  await expect.element(search()).toHaveFocus();
});

test("choosing by touch keeps the focus with the search, and leaving closes the list", async () => {
  await userEvent.click(search());
  await userEvent.click(page.getByRole("option").nth(0));
  await userEvent.click(page.getByRole("option").nth(1));
  expect(chosen).toEqual(["270901", "270902"]);
  await expect.element(search()).toHaveFocus();
  await userEvent.click(page.getByRole("button", { name: "เสร็จ" }));
  await expect.element(search()).toHaveAttribute("aria-expanded", "false");
});

test("what is not there is said", async () => {
  await userEvent.fill(search(), "ไม่มีตำบลนี้");
  await expect.element(page.getByText("ไม่พบ ลองพิมพ์สั้นลง")).toBeVisible();
});
