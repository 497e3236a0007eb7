import { expect, test, vi } from "vitest";
import { showBadge } from "./app-badge.ts";

test("the icon shows how much waits, and nothing once all went", async () => {
  const setAppBadge = vi.fn(() => Promise.resolve());
  await showBadge({ setAppBadge }, 4);
  await showBadge({ setAppBadge }, 0);
  expect(setAppBadge.mock.calls).toEqual([[4], [0]]);
});

test.each([
  ["without badges", {}],
  ["that allows none", { setAppBadge: () => Promise.reject(new DOMException("No")) }],
])("a browser %s goes on as before", async (_which, navigator) => {
  await expect(showBadge(navigator, 4)).resolves.toBeUndefined();
});
