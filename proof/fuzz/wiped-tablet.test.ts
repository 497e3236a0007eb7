import { expect, onTestFinished, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import { readTablets } from "../../sync-server/store/tablets.ts";
import { OFFICERS } from "./office.ts";
import { attach, signIn, submit, writeText } from "./officer.ts";
import { sync } from "./sync.ts";
import { aTablet } from "./tablet.ts";
import { tokensIn } from "./tokens.ts";
import { aWorld } from "./world.ts";

const one = must(OFFICERS[0], "there are officers");

test("row 2: a tablet whose storage was wiped comes back with all it sent, and spoils none of it", async () => {
  const world = await aWorld();
  onTestFinished(world.close);
  const before = must(world.tablets[0], "there are tablets");
  await writeText(before, 0, "«1»");
  await attach(before, 0, "«2»");
  await submit(before, 0);
  expect(await sync(before)).toBeNull();
  await writeText(before, 0, "«3»");
  await submit(before, 0);
  // Text alone got through: the link breaks at the photo.
  await writeText(before, 1, "«4»");
  await attach(before, 0, "«5»");
  await submit(before, 0);
  expect(await sync(before, ["none", "request-lost"])).toEqual({ kind: "offline" });
  await writeText(before, 0, "«6»");

  const after = await aTablet(world.nameTablet(), world.request);
  world.tablets.splice(0, 1, after);
  await before.remove();
  await signIn(after, one.username);
  expect(await sync(after)).toBeNull();

  const mirrored = await after.db.submissions.toArray();
  expect(new Set(tokensIn(mirrored))).toEqual(new Set(["«1»", "«2».pdf", "«3»", "«4»", "«5».pdf"]));
  // Of what the server heard of it says what never came; of the rest nobody can know.
  expect(mirrored.map(({ missingFiles }) => missingFiles.length).sort()).toEqual([0, 1]);

  await writeText(after, 0, "«7»");
  await submit(after, 0);
  expect(await sync(after)).toBeNull();
  const versions = await world.server.store.reader
    .selectFrom("versions")
    .select("body")
    .orderBy("seq")
    .execute();
  expect(versions).toHaveLength(4);
  expect(new Set(tokensIn(versions.at(-1)))).toEqual(new Set(["«1»", "«3»", "«7»"]));
  const tablets = await readTablets(world.server.store.reader);
  expect(tablets.filter(({ display_name }) => display_name.endsWith(one.username))).toHaveLength(2);
});
