import { expect, test } from "vitest";
import { err, ok } from "../../shared/result.ts";
import type { PreparedAttachment } from "../photos/attachment-intake.ts";
import { createAttachmentQueue, type IncomingFile, isTakingIn } from "./attachment-queue.ts";

const prepared = (name: string): PreparedAttachment => ({
  kind: "document",
  bytes: new ArrayBuffer(1),
  sizeBytes: 1,
  sha256: "0".repeat(64),
  mediaType: "application/pdf",
  name,
});
const aFile = (name: string) => new File(["x"], name);

test("files are kept in the order they were chosen, however long each takes", async () => {
  const kept: string[] = [];
  const queue = createAttachmentQueue({
    prepare: async ({ name }) => {
      if (name === "slow.jpg") await new Promise((resolve) => setTimeout(resolve, 20));
      return ok(prepared(name));
    },
    keep: async ({ name }) => ok(kept.push(name)),
    onChange: () => {},
  });
  queue.add([aFile("slow.jpg"), aFile("a.pdf")]);
  queue.add([aFile("b.pdf")]);
  await queue.settled();
  expect(kept).toEqual(["slow.jpg", "a.pdf", "b.pdf"]);
});

test("a refused file stays in sight with its size and reason, and the others go on", async () => {
  let shown: readonly IncomingFile[] = [];
  const queue = createAttachmentQueue({
    prepare: async ({ name }) =>
      name === "big.pdf" ? err({ kind: "too-large" }) : ok(prepared(name)),
    keep: async () => ok(undefined),
    onChange: (incoming) => {
      shown = incoming;
    },
  });
  queue.add([aFile("big.pdf"), aFile("a.pdf")]);
  expect(isTakingIn(shown)).toBe(true);
  await queue.settled();
  expect(shown).toEqual([
    { id: 1, name: "big.pdf", sizeBytes: 1, isWorking: false, refused: "too-large" },
  ]);
  expect(isTakingIn(shown)).toBe(false);
  queue.dismiss(1);
  expect(shown).toEqual([]);
});

test("a file the tablet could not store is refused, never called kept", async () => {
  let shown: readonly IncomingFile[] = [];
  const queue = createAttachmentQueue({
    prepare: async ({ name }) => ok(prepared(name)),
    keep: async () => err({ kind: "storage-full" }),
    onChange: (incoming) => {
      shown = incoming;
    },
  });
  queue.add([aFile("a.pdf")]);
  await queue.settled();
  expect(shown[0]?.refused).toBe("storage-full");
});

test("one file is worked on, the others wait, and how many are done is told", async () => {
  const told: string[] = [];
  const queue = createAttachmentQueue({
    prepare: async ({ name }) => (name === "b.jpg" ? err({ kind: "empty" }) : ok(prepared(name))),
    keep: async () => ok(undefined),
    onChange(incoming, { done, all }) {
      const working = incoming.filter(({ isWorking }) => isWorking).map(({ name }) => name);
      told.push(`${done}/${all} ${working.join()}`.trim());
    },
  });
  queue.add([aFile("a.jpg"), aFile("b.jpg")]);
  await queue.settled();
  expect(told).toEqual(["0/2", "0/2 a.jpg", "1/2", "1/2 b.jpg", "2/2"]);
  // What was refused is still in sight, and is no part of what comes next.
  queue.add([aFile("c.jpg")]);
  await queue.settled();
  expect(told.slice(5)).toEqual(["0/1", "0/1 c.jpg", "1/1"]);
});
