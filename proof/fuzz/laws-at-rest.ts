import { must } from "../../shared/invariant.ts";
import type { Put } from "../../shared/pull.ts";
import type { CursorRow } from "../../web/db/rows.ts";
import { currentPerson } from "../../web/db/settings.ts";
import { pendingUploads } from "../../web/db/uploads.ts";
import { nothing, same } from "./broken-law.ts";
import { holdTheLaws, readServerAnew } from "./laws.ts";
import { signIn } from "./officer.ts";
import { contestedSubmissions, everyReceiptResolves, theServerIsWhole } from "./server-laws.ts";
import { sync } from "./sync.ts";
import type { FuzzTablet } from "./tablet.ts";
import { tokensIn } from "./tokens.ts";
import { officer, type World } from "./world.ts";

const ROUNDS_TO_QUIET = 3;

/** S3, P16: with the network up, three rounds empty every outbox and make every mirror true. */
export async function comeToRest(world: World): Promise<void> {
  const { server, tablets, poison } = world;
  poison.clear();
  for (const tablet of tablets) await tablet.network.deliverAll();
  // Who may not read has no mirror to compare: everyone is let in again.
  await server.store.writer.updateTable("people").set({ suspended_at: null }).execute();
  await server.store.writer.updateTable("devices").set({ revoked_at: null }).execute();
  for (const [nth, tablet] of tablets.entries()) {
    same(await signIn(tablet, officer(nth).username), true, "a sign-in");
  }
  for (let round = 0; round < ROUNDS_TO_QUIET; round += 1) {
    for (const tablet of tablets) await sync(tablet);
  }
  await readServerAnew(world);
  await holdTheLaws(world, tablets);
  const contested = await contestedSubmissions(world);
  for (const tablet of tablets) await isQuiet(tablet, contested);
  for (const tablet of tablets) await hasNoGaps(world, tablet);
  await everyReceiptResolves(world);
  await theServerIsWhole(world);
  await everythingIsWithTheServer(world);
}

async function isQuiet(tablet: FuzzTablet, contested: ReadonlySet<string>): Promise<void> {
  const { db } = tablet;
  const queued = await db.outbox.toArray();
  const stuck = queued.filter(({ submissionId }) => !contested.has(submissionId));
  nothing(
    stuck.map(({ mutationId, state, problem }) => ({ mutationId, state, problem })),
    "[S3] [P16] an empty outbox",
  );
  nothing(await pendingUploads(db), "[S3] no file left to send");
  const refused = await db.uploads.where("state").equals("refused").toArray();
  nothing(refused, "[F1] no file refused");
  const [mirror, view] = [await mirrorOf(tablet), await viewOf(tablet)];
  same(mirror, view, "[S3] [P18] a true mirror");
}

/** F2, P8: every file of every report has arrived, but for those that nobody has any more. */
async function hasNoGaps({ tablets, memory }: World, { db }: FuzzTablet): Promise<void> {
  const { orgUnitCode } = must(await currentPerson(db), "somebody is signed in");
  // The mirrors of offices nobody looks from now wait for somebody who does.
  const seen = await db.submissions.filter(({ unit }) => unit === orgUnitCode).toArray();
  const missing = new Set(seen.flatMap(({ missingFiles }) => missingFiles));
  if (memory.isBeyondRescue) {
    const kept = await Promise.all(tablets.map((tablet) => tablet.db.files.bulkGet([...missing])));
    const there = new Set(kept.flat().map((file) => file?.sha256));
    nothing(
      [...missing].filter((sha256) => there.has(sha256)),
      "[F2] [P8] a file a tablet has",
    );
  } else nothing(missing, "[F2] [P8] complete reports");
}

/** S1 at its end: only what is still a draft is on a tablet alone. */
async function everythingIsWithTheServer({ server, tablets, memory }: World): Promise<void> {
  const drafts = await server.store.reader.selectFrom("rescued_drafts").select("draft").execute();
  const there = new Set([...memory.server.tokens, ...tokensIn(drafts)]);
  const missing = (tokens: Iterable<string>, alsoHere: ReadonlySet<string>) =>
    [...tokens].filter((token) => !there.has(token) && !alsoHere.has(token));
  for (const { db, entered } of tablets) {
    const drafted = new Set(tokensIn(await db.drafts.toArray()));
    nothing(missing(entered, drafted), "[S1] [P1] [P11] with the server");
  }
  nothing(missing(memory.rescued, new Set()), "[O14] rescued");
}

async function mirrorOf({ db }: FuzzTablet): Promise<Record<string, unknown>> {
  const tables = Object.entries({
    assignment: db.assignments,
    submission: db.submissions,
    area: db.areas,
    keptAnswer: db.keptAnswers,
    budgetFigure: db.budgetFigures,
    fiscalYear: db.fiscalYears,
  });
  const person = must(await currentPerson(db), "somebody is signed in");
  const mirror = new Map<string, unknown>();
  for (const [type, table] of tables) {
    for (const { unit, ...row } of await table.toArray()) {
      if (unit === person.orgUnitCode) mirror.set(`${type}/${row.id}`, row);
    }
  }
  return Object.fromEntries([...mirror].sort());
}

/** What the server says its user may see, read from nothing. */
async function viewOf({ db, transport }: FuzzTablet): Promise<Record<string, unknown>> {
  const viewer = must(await currentPerson(db), "somebody is signed in").id;
  const puts: Put[] = [];
  let cursor: CursorRow["cursor"] | undefined;
  for (let more = true; more; ) {
    const page = await transport.pull({ viewer, ...(cursor === undefined ? {} : { cursor }) });
    if (!page.ok) throw new Error(page.error.kind);
    puts.push(...page.value.puts);
    ({ cursor, more } = page.value);
  }
  const rows = puts.map(({ type, id, row }): [string, unknown] => [
    `${type}/${id}`,
    { id, ...(row instanceof Object ? row : {}) },
  ]);
  return Object.fromEntries(rows.sort());
}
