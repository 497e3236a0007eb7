import { expect, test } from "vitest";
import { requireNode } from "./require-node.ts";

test.each(["22.18.0", "22.20.1", "24.0.0", "26.10.0"])("Node %s is good enough", (version) => {
  expect(() => requireNode(version)).not.toThrow();
});

test.each(["18.20.4", "20.20.2", "22.17.9"])("Node %s is refused in plain words", (version) => {
  expect(() => requireNode(version)).toThrow(`this is ${version}: start it through npm`);
});
