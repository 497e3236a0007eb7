import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { TabBar, TabPanel } from "./tab-bar.tsx";
import { Held, mount } from "./test-mount.tsx";

const tabs = [
  { value: "mine", label: "ของท่าน", note: "2" },
  { value: "theirs", label: "ของอีกเครื่อง" },
  { value: "before", label: "เดิม" },
] as const;

beforeEach(() => {
  mount(
    <Held<(typeof tabs)[number]["value"]> initial="mine">
      {(selected, select) => (
        <>
          <TabBar label="ฉบับ" name="versions" tabs={tabs} selected={selected} onSelect={select} />
          <TabPanel name="versions" value={selected}>
            {selected}
          </TabPanel>
          <button type="button">ต่อไป</button>
        </>
      )}
    </Held>,
  );
});

const tab = (name: string) => page.getByRole("tab", { name });

test("the panel is named by its tab, and changes with it", async () => {
  await userEvent.click(tab("เดิม"));
  await expect.element(tab("เดิม")).toHaveAttribute("aria-selected", "true");
  await expect.element(page.getByRole("tabpanel", { name: "เดิม" })).toHaveTextContent("before");
});

test("the bar is one stop for Tab", async () => {
  await userEvent.tab();
  await expect.element(tab("ของท่าน 2")).toHaveFocus();
  await userEvent.tab();
  await expect.element(page.getByRole("button", { name: "ต่อไป" })).toHaveFocus();
});

test("arrows move and select, around the ends too; Home and End go to them", async () => {
  tab("ของท่าน 2").element().focus();
  const stops: [string, string][] = [
    ["{ArrowRight}", "ของอีกเครื่อง"],
    ["{End}", "เดิม"],
    ["{ArrowRight}", "ของท่าน 2"],
    ["{ArrowLeft}", "เดิม"],
    ["{Home}", "ของท่าน 2"],
  ];
  for (const [key, name] of stops) {
    await userEvent.keyboard(key);
    await expect.element(tab(name)).toHaveFocus();
    await expect.element(tab(name)).toHaveAttribute("aria-selected", "true");
  }
});
