import { must } from "../../shared/invariant.ts";
import { reassign, setAssignmentOpen } from "../../sync-server/store/assignments.ts";
import { readPeopleOfDevices, revokeDevice } from "../../sync-server/store/devices.ts";
import { suspendPerson } from "../../sync-server/store/people.ts";
import { addReview } from "../../sync-server/store/reviews.ts";
import { currentPerson, readSettings } from "../../web/db/settings.ts";
import { submitDraft } from "../../web/db/submit-draft.ts";
import { exportRescue } from "../../web/rescue/export-rescue.ts";
import { same } from "./broken-law.ts";
import type { Fault } from "./faulty-network.ts";
import { nothingIsLost, readServerAnew } from "./laws.ts";
import { PLANNER } from "./office.ts";
import { everyReceiptResolves } from "./server-laws.ts";
import { sync } from "./sync.ts";
import { aTablet, type FuzzTablet } from "./tablet.ts";
import { tokensIn } from "./tokens.ts";
import { MAX_TABLETS, officer, type World } from "./world.ts";

// What befalls tablets and the server, beside what people do and networks lose.

/** The app dies before its n-th step of something, and starts again. */
export async function dying(
  tablet: FuzzTablet,
  steps: number,
  work: () => Promise<unknown>,
): Promise<void> {
  const { fate } = tablet;
  fate.dieIn(steps);
  const ended = await Promise.race([work(), fate.died]);
  if (ended === "died") await tablet.restart();
  else fate.dieIn(Number.POSITIVE_INFINITY);
}

/** Another window wants to sync while one does: it waits for its turn, and the one goes on (O7). */
export async function anotherWindow(
  tablet: FuzzTablet,
  before: number,
  faults: { some: readonly Fault[]; others: readonly Fault[] },
): Promise<void> {
  let other: Promise<unknown> | undefined;
  tablet.network.interrupt(before, async () => {
    // Not waited for here: it waits for the request that this is in.
    other = sync(tablet, faults.others);
  });
  await sync(tablet, faults.some);
  await other;
}

/** The disk has room for that many writes while something is done, and more again afterwards. */
export async function cramped(
  { fate }: FuzzTablet,
  room: number,
  work: () => Promise<unknown>,
): Promise<void> {
  fate.room = room;
  await work();
  fate.room = Number.POSITIVE_INFINITY;
}

/** The server dies at its n-th write of something, and starts again. P3: it forgets no receipt. */
export async function withServerDying(
  world: World,
  nth: number,
  work: () => Promise<unknown>,
): Promise<void> {
  world.server.dieBeforeWrite(nth);
  await work();
  await world.server.revive();
  await readServerAnew(world);
  await everyReceiptResolves(world);
}

/** Its last backup takes over. What tablets had settled since is offered again (O11). */
export async function restoreServer(world: World): Promise<void> {
  await world.server.restore();
  await readServerAnew(world);
  // What a lost tablet's rescue file brought since that backup went with the disk: no tablet has it.
  const drafts = await world.server.store.reader
    .selectFrom("rescued_drafts")
    .select("draft")
    .execute();
  if (world.memory.hasLostTablet) world.memory.isBeyondRescue = true;
  const there = new Set([...world.memory.server.tokens, ...tokensIn(drafts)]);
  world.memory.rescued = new Set([...world.memory.rescued].filter((token) => there.has(token)));
  nothingIsLost(world);
}

/** O9: the window of the old version refuses to write, and the new one goes on with everything. */
export async function upgrade(tablet: FuzzTablet): Promise<void> {
  const before = await tablet.upgrade();
  const nobody = { authorId: crypto.randomUUID(), submissionId: crypto.randomUUID() };
  const refused = await submitDraft(before, nobody, tablet.now());
  same(
    refused,
    {
      ok: false,
      error: { kind: "app-outdated" },
    },
    "[O9] an outdated window",
  );
}

/** A second tablet with the same everything; from now on each goes its own way (P12). */
export async function clone({ tablets, ...world }: World, tablet: FuzzTablet): Promise<void> {
  if (tablets.length === MAX_TABLETS) return;
  const copy = await tablet.copyTo(world.nameTablet());
  tablets.push(copy);
  const look = world.memory.looks.get(tablet);
  if (look) world.memory.looks.set(copy, look);
}

/** Its unsent work goes to the server in a file, by another tablet; its own pushes may come later. */
export async function rescue(
  world: World,
  { db, now }: FuzzTablet,
  by: number,
): Promise<"taken" | "not-taken"> {
  const exported = await exportRescue(db.backendDB(), now());
  if (!exported.ok) return "not-taken";
  const importer = must(world.tablets[by % world.tablets.length], "there are tablets");
  const viewer = (await currentPerson(importer.db))?.id;
  if (viewer === undefined) return "not-taken";
  const imported = await importer.transport.importRescue(exported.value.blob, viewer);
  // Only whoever is signed in may.
  if (!imported.ok) return "not-taken";
  const all = imported.value;
  // Files of drafts are only taken from a tablet that may speak for their authors (O13).
  if (await isTrusted(world, db)) same(all, { ...all, notTaken: 0 }, "[O14] all of it is taken");
  same(exported.value.leftOut, 0, "[O12] nothing is left out");
  return all.notTaken === 0 ? "taken" : "not-taken";
}

/** Whether the server takes everyone's work from this tablet: it is not revoked, and known of all. */
async function isTrusted({ server }: World, db: FuzzTablet["db"]): Promise<boolean> {
  const { deviceId } = await readSettings(db);
  const people = await readPeopleOfDevices(server.store.reader, [deviceId]);
  const authors = (await db.drafts.toArray()).map(({ authorId }) => authorId);
  return authors.every((authorId) => people.get(deviceId)?.has(authorId));
}

/** After its rescue the tablet falls into a river, and its people get another one. */
export async function rescueAndLose(world: World, tablet: FuzzTablet, by: number): Promise<void> {
  const { tablets, memory } = world;
  if (tablets[by % tablets.length] === tablet) return;
  await tablet.network.deliverAll();
  if ((await rescue(world, tablet, by)) !== "taken") return;
  for (const token of tablet.entered) memory.rescued.add(token);
  memory.looks.delete(tablet);
  memory.hasLostTablet = true;
  tablets.splice(tablets.indexOf(tablet), 1, await aTablet(world.nameTablet(), world.request));
  await tablet.remove();
}

export async function revoke({ server: { store } }: World, { db }: FuzzTablet): Promise<void> {
  const { deviceId } = await readSettings(db);
  await revokeDevice(store.writer, deviceId, new Date().toISOString());
}

export async function suspend({ server: { store } }: World, nth: number): Promise<void> {
  await suspendPerson(store.writer, officer(nth).id, new Date().toISOString());
}

export async function moveAssignment({ server }: World, nth: number): Promise<void> {
  const { id } = must(server.assignments[nth % server.assignments.length], "there are some");
  const districtCode = officer(Math.floor(nth / server.assignments.length)).district;
  await server.store.writer
    .transaction()
    .execute((tx) => reassign(tx, { assignmentId: id, districtCode }));
}

export async function openOrClose({ server }: World, nth: number): Promise<void> {
  const { id } = must(server.assignments[nth % server.assignments.length], "there are some");
  await server.store.writer
    .transaction()
    .execute((tx) => setAssignmentOpen(tx, { assignmentId: id, open: nth % 2 === 0 }));
}

/** The province endorses a submission, which locks it, or gives it back. */
export async function review({ server: { store } }: World, nth: number): Promise<void> {
  const submissions = await store.reader.selectFrom("submissions").select("id").execute();
  const submission = submissions[nth % Math.max(1, submissions.length)];
  if (!submission) return;
  await store.writer.transaction().execute((tx) =>
    addReview(tx, {
      submissionId: submission.id,
      state: nth % 3 === 0 ? "endorsed" : "returned",
      reviewerId: PLANNER,
      at: new Date().toISOString(),
      comments: [],
    }),
  );
}

/** A mutation the server has a bug for: it fails, and the others must not (P10). */
export async function poisonLast({ poison }: World, { db }: FuzzTablet): Promise<void> {
  const row = await db.outbox.orderBy("order").last();
  if (row && poison.size === 0) poison.add(row.mutationId);
}
