import { Dexie } from "dexie";
import { render } from "preact";
import { expect, onTestFinished, test } from "vitest";
import { page } from "vitest/browser";
import type { AppDb } from "./db/schema.ts";
import { changeSettings } from "./db/settings.ts";
import { aTablet } from "./db/test-db.ts";
import { useLive } from "./live.ts";

function Language({ db, suffix }: { db: AppDb; suffix: string }) {
  const language = useLive(
    async () => `${(await db.settings.get("tablet"))?.language}${suffix}`,
    [db, suffix],
    "?",
  );
  return <output>{language}</output>;
}

test("a live query follows the database and what it closes over", async () => {
  const { db } = await aTablet();
  const root = document.body.appendChild(document.createElement("div"));
  onTestFinished(async () => {
    render(null, root);
    root.remove();
    db.close();
    await Dexie.delete(db.name);
  });
  const shown = page.getByRole("status");
  render(<Language db={db} suffix="" />, root);
  await expect.element(shown).toHaveTextContent("th");
  await changeSettings(db, { language: "en" });
  await expect.element(shown).toHaveTextContent("en");
  render(<Language db={db} suffix="-US" />, root);
  await expect.element(shown).toHaveTextContent("en-US");
});
