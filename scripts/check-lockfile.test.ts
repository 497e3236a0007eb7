import { expect, test } from "vitest";
import { missingPackages } from "./check-lockfile.ts";

test("a platform package that npm left out is named with the package that wants it", () => {
  const packages = {
    "": {},
    "node_modules/tool": { optionalDependencies: { "tool-linux": "1.0.0", "tool-mac": "1.0.0" } },
    "node_modules/tool-linux": {},
  };
  expect(missingPackages({ packages })).toEqual(["tool-mac@1.0.0 (for node_modules/tool)"]);
});

test("the project's own optional packages count too", () => {
  const packages = { "": { optionalDependencies: { "node-linux": "26.0.0" } } };
  expect(missingPackages({ packages })).toEqual(["node-linux@26.0.0 (for the project)"]);
});

test("a package is found where Node would find it: inside, beside, or at the root", () => {
  const optionalDependencies = { a: "1.0.0", b: "1.0.0", "@s/c": "1.0.0" };
  const packages = {
    "node_modules/outer/node_modules/tool": { optionalDependencies },
    "node_modules/outer/node_modules/tool/node_modules/a": {},
    "node_modules/outer/node_modules/b": {},
    "node_modules/@s/c": {},
  };
  expect(missingPackages({ packages })).toEqual([]);
});

test("a package nested in a stranger's folder is not found", () => {
  const packages = {
    "node_modules/tool": { optionalDependencies: { a: "1.0.0" } },
    "node_modules/stranger/node_modules/a": {},
  };
  expect(missingPackages({ packages })).toHaveLength(1);
});
