import { expect, onTestFinished, test } from "vitest";
import { page } from "vitest/browser";
import type { TestTablet } from "../db/test-db.ts";
import { openApp } from "../test-app.tsx";
import { aFullTablet } from "../test-states.ts";
import "../styles/app.css";

const home = location.pathname + location.search;
const ORPHAN = "0".repeat(64);

async function openOutbox({ db }: Pick<TestTablet, "db">, orphans: string[]): Promise<void> {
  onTestFinished(() => history.replaceState(null, "", home));
  await openApp({ db }, { path: "/outbox", findings: { unreadable: [], orphans } });
}

test("[O15] the outbox says that all is kept only where nothing was found", async () => {
  await openOutbox(await aFullTablet(), []);
  await expect
    .element(page.getByRole("heading", { level: 1 }))
    .toHaveTextContent("ทุกอย่างเก็บในเครื่องนี้ครบแล้ว");
});

test("[O15] a file that nothing names is saved out of the app before it can be removed", async () => {
  const tablet = await aFullTablet();
  const bytes = new TextEncoder().encode("the only copy").buffer;
  const file = { sha256: ORPHAN, name: "", mediaType: "image/webp", sizeBytes: 13, bytes } as const;
  await tablet.db.files.put({ ...file, addedAt: "2024-03-15T02:41:08.000Z" });
  const saved = new Promise<Blob>((resolve) => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) resolve(blob);
      return createObjectURL(blob);
    };
    onTestFinished(() => void Object.assign(URL, { createObjectURL }));
  });
  await openOutbox(tablet, [ORPHAN]);
  await expect
    .element(page.getByRole("heading", { level: 1 }))
    .toHaveTextContent("ที่เหลือเก็บในเครื่องนี้ครบแล้ว");

  expect(page.getByRole("button", { name: "ลบ", exact: true }).elements()).toEqual([]);
  await page.getByRole("button", { name: "บันทึกลงเครื่อง" }).click();
  expect(await (await saved).text()).toBe("the only copy");
  expect(await tablet.db.files.count()).toBeGreaterThan(0);
  await page.getByRole("button", { name: "ลบ", exact: true }).click();
  await expect.poll(() => tablet.db.files.get(ORPHAN)).toBe(undefined);
});
