import { expect, test } from "vitest";
import { type DirtyForms, saveDirtyForms } from "./dirty-forms.ts";

test("every form is saved, also beside one that cannot be", async () => {
  const saved: string[] = [];
  const save = (name: string) => async () => {
    await Promise.resolve();
    saved.push(name);
  };
  const forms: DirtyForms = new Map([
    [Symbol("a"), save("a")],
    [Symbol("full"), () => Promise.reject(new Error("full"))],
    [Symbol("b"), save("b")],
  ]);
  await saveDirtyForms(forms);
  expect(saved).toEqual(["a", "b"]);
});
