import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Pager, shownPages } from "./pager.tsx";
import { Held, mount } from "./test-mount.tsx";

beforeEach(() => {
  mount(
    <Held initial={1}>
      {(shown, set) => <Pager page={shown} pages={2} note="12 โครงการ" onPage={set} />}
    </Held>,
  );
});

test("[R22] says the page as the manual does, and goes on by ถัดไป", async () => {
  await expect.element(page.getByRole("status")).toHaveTextContent("12 โครงการ · หน้า: 1 / 2");
  await userEvent.click(page.getByRole("button", { name: "ถัดไป", exact: true }));
  await expect.element(page.getByRole("status")).toHaveTextContent("12 โครงการ · หน้า: 2 / 2");
  await expect.element(page.getByRole("button", { name: "ถัดไป", exact: true })).toBeDisabled();
  await userEvent.click(page.getByRole("button", { name: "ก่อนหน้า" }));
  await expect.element(page.getByRole("status")).toHaveTextContent("12 โครงการ · หน้า: 1 / 2");
});

describe("the pages beside the current one, and both ends", () => {
  test.each([
    [1, 1, [1]],
    [1, 2, [1, 2]],
    [1, 9, [1, 2, "gap", 9]],
    [5, 9, [1, "gap", 4, 5, 6, "gap", 9]],
    [3, 5, [1, 2, 3, 4, 5]],
  ])("page %d of %d", (current, pages, shown) => {
    expect(shownPages(current, pages)).toEqual(shown);
  });
});
