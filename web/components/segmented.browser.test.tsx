import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Segmented } from "./segmented.tsx";
import { Held, mount } from "./test-mount.tsx";

test("[R7] one of them is chosen, by a tap or by the arrow keys", async () => {
  const chosen: string[] = [];
  mount(
    <Held initial="all">
      {(value, set) => (
        <Segmented
          label="หน่วยใช้จ่าย"
          options={[
            { value: "all", label: "รวม" },
            { value: "centre", label: "ส่วนกลาง" },
            { value: "province", label: "จังหวัด" },
          ]}
          value={value}
          onChange={(next) => {
            chosen.push(next);
            set(next);
          }}
        />
      )}
    </Held>,
  );
  await expect.element(page.getByRole("group", { name: "หน่วยใช้จ่าย" })).toBeVisible();
  await userEvent.click(page.getByRole("radio", { name: "จังหวัด" }), { force: true });
  await expect.element(page.getByRole("radio", { name: "จังหวัด" })).toBeChecked();
  await userEvent.keyboard("{ArrowLeft}");
  await expect.element(page.getByRole("radio", { name: "ส่วนกลาง" })).toBeChecked();
  expect(chosen).toEqual(["province", "centre"]);
});
