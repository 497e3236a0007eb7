import { afterEach, beforeEach, expect, test } from "vitest";
import type { Mutation } from "../../shared/push.ts";
import { anAreaBody, anId } from "../../shared/test-builders.ts";
import { reassign } from "../store/assignments.ts";
import { type Mirror, mirrorOf } from "../testing/pages.ts";
import { openTestServer, type Tablet, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let officer: Tablet;

beforeEach(async () => {
  server = await openTestServer();
  officer = await server.signIn("officer");
});
afterEach(() => server.close());

/** An area record and two edits, each on top of the one before. */
function aChain(): Mutation[] {
  const submissionId = anId();
  const chain: Mutation[] = [];
  for (const venue of ["ศาลา", "วัด", "โรงเรียน"]) {
    const before = chain.at(-1);
    const base = before ? { baseMutationId: before.mutationId } : {};
    chain.push(server.area({ submissionId, body: anAreaBody({ venue }), ...base }));
  }
  return chain;
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [first, ...rest]),
  );
}

test("[P7] in whatever order a chain of edits arrives, the same versions come of it", async () => {
  for (const order of permutations([0, 1, 2])) {
    const chain = aChain();
    for (const at of order) await server.push(officer, ...chain.slice(at, at + 1));
    const versions = await server.store.reader
      .selectFrom("versions")
      .innerJoin("submissions", "submissions.number", "versions.submission_number")
      .select(["versions.mutation_id", "versions.body"])
      .where("submissions.id", "=", chain[0]?.submissionId ?? "")
      .orderBy("versions.version")
      .execute();
    expect(
      versions.map(({ mutation_id, body }) => [mutation_id, JSON.parse(body)]),
      order.join(),
    ).toEqual(chain.map(({ mutationId, body }) => [mutationId, body]));
    expect((await server.push(officer, ...chain)).receipts, order.join()).toMatchObject(
      chain.map((_, at) => ({ outcome: "accepted", version: at + 1 })),
    );
  }
});

const WRITERS = 8;
const PUSHES = 6;
const PAGE = 3;

test("[D1] [P9] who pages on while eight write and assignments move has all of it in the end", async () => {
  let isOver = false;

  async function write(): Promise<void> {
    for (let push = 0; push < PUSHES; push += 1) {
      const records = Array.from({ length: 1 + (push % 3) }, () =>
        server.area({ body: anAreaBody() }),
      );
      await server.push(officer, ...records);
    }
  }

  async function move(): Promise<void> {
    for (const districtCode of ["2708", "2709", "2708", "2709"]) {
      await server.store.writer
        .transaction()
        .execute((tx) => reassign(tx, { assignmentId: server.assignment.id, districtCode }));
    }
  }

  async function read(reader: Tablet): Promise<Mirror> {
    let seen: Mirror | undefined;
    while (!isOver) {
      seen = await mirrorOf(server, reader, PAGE, seen);
      // Everything here is one process: the others have their turn.
      await new Promise(setImmediate);
    }
    return mirrorOf(server, reader, PAGE, seen);
  }

  const readers = [officer, await server.signIn("neighbour"), await server.signIn("planner")];
  const reading = readers.map(read);
  await Promise.all([...Array.from({ length: WRITERS }, write), move()]);
  isOver = true;
  for (const [at, { mirror }] of (await Promise.all(reading)).entries()) {
    const fresh = await mirrorOf(server, readers[at] ?? officer);
    expect(Object.fromEntries(mirror)).toEqual(Object.fromEntries(fresh.mirror));
    expect(mirror.size, "there was something to read").toBeGreaterThan(1);
  }
});
