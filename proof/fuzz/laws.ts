import type { OutboxRow, SettingsRow, SettledRow } from "../../web/db/rows.ts";
import { nothing, same } from "./broken-law.ts";
import type { Look, Memory } from "./memory.ts";
import type { FuzzTablet } from "./tablet.ts";
import { tokensIn } from "./tokens.ts";
import type { World } from "./world.ts";

// What holds after every command. Cheap on purpose: a tablet that was used is read anew, of the
// server only what came since. What has to be read whole is looked at when a run comes to rest.

export async function holdTheLaws(world: World, used: readonly FuzzTablet[]): Promise<void> {
  await readServer(world);
  for (const tablet of used) await lookAt(world.memory, tablet);
  nothing(world.server.bugs, "a bug of the server");
  nothingIsLost(world);
}

/** After the server went back to a backup, or died: what it says now is what counts. */
export async function readServerAnew(world: World): Promise<void> {
  world.memory.server = { tokens: new Set(), kept: 0, seq: 0 };
  await readServer(world);
}

async function readServer({ server: { store }, memory: { server } }: World): Promise<void> {
  const kept = await store.reader
    .selectFrom("kept_mutations")
    .select(["number", "payload", "receipt"])
    .where("number", ">", server.kept)
    .orderBy("number")
    .execute();
  const versions = await store.reader
    .selectFrom("versions")
    .select(["seq", "body", "attachments", "said", "payload"])
    .where("seq", ">", server.seq)
    .orderBy("seq")
    .execute();
  for (const token of tokensIn([kept, versions])) server.tokens.add(token);
  server.kept = kept.at(-1)?.number ?? server.kept;
  server.seq = versions.at(-1)?.seq ?? server.seq;
}

async function lookAt(memory: Memory, tablet: FuzzTablet): Promise<void> {
  const { db } = tablet;
  const [drafts, outbox, settled, settings] = await db.transaction(
    "r",
    [db.drafts, db.outbox, db.settled, db.settings],
    () =>
      Promise.all([
        db.drafts.toArray(),
        db.outbox.toArray(),
        db.settled.toArray(),
        db.settings.get("tablet"),
      ]),
  );
  const look: Look = {
    tokens: new Set(tokensIn([drafts, outbox, settled])),
    settled: new Map(settled.map((row) => [row.mutationId, row])),
  };
  const queued = new Set(outbox.map((row) => row.mutationId));
  const both = settled.filter((row) => queued.has(row.mutationId));
  nothing(both, "[P4] [O4] queued and settled");
  staysAsSubmitted(memory, [...outbox, ...settled]);
  answersStay(memory, settled);
  const before = memory.looks.get(tablet);
  if (before && settings) onlyWhatIsBackedUpGoes({ before, look, queued, settings });
  memory.looks.set(tablet, look);
}

function staysAsSubmitted({ submitted }: Memory, rows: (OutboxRow | SettledRow)[]): void {
  for (const { mutationId, authorId, mutation } of rows) {
    const { hash } = mutation;
    const first = submitted.get(mutationId);
    if (first) same({ authorId, hash }, first, "[O3] [O9] immutable, its author's");
    else submitted.set(mutationId, { authorId: mutation.authorId, hash });
  }
}

function answersStay({ receipts }: Memory, settled: SettledRow[]): void {
  for (const { epoch, mutationId, receipt } of settled) {
    const text = JSON.stringify(receipt);
    const first = receipts.get(`${epoch}/${mutationId}`);
    if (first) same(text, first.text, "[R1] [P2] the first answer, for ever");
    else receipts.set(`${epoch}/${mutationId}`, { epoch, mutationId, text });
  }
}

/** P17, O10: a settled mutation leaves the tablet only once the server has it in a backup. */
function onlyWhatIsBackedUpGoes(seen: {
  before: Look;
  look: Look;
  queued: ReadonlySet<string>;
  settings: SettingsRow;
}): void {
  const { before, look, queued, settings } = seen;
  for (const [mutationId, { epoch, seq }] of before.settled) {
    if (look.settled.has(mutationId) || queued.has(mutationId)) continue;
    // Offered again to another life of the server, answered and let go of, all in one round.
    if (epoch !== settings.epoch) continue;
    const isTooSoon = seq > settings.backedUpSeq;
    nothing(isTooSoon ? [mutationId] : [], "[O10] [P17] let go of before its backup");
  }
}

/** S1, P1: what was shown as saved is on its tablet or with the server. */
export function nothingIsLost({ tablets, memory }: World): void {
  for (const tablet of tablets) {
    const here = memory.looks.get(tablet)?.tokens;
    const isSomewhere = (token: string) => here?.has(token) || memory.server.tokens.has(token);
    const lost = [...tablet.entered].filter((token) => !isSomewhere(token));
    nothing(lost, "[S1] [P1] entered, saved and nowhere");
  }
}
