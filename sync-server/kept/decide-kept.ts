import type { AnswerRequest, ReleaseRequest } from "../../shared/kept.ts";
import type { Person } from "../../shared/person.ts";
import type { Mutation, PushReply, Receipt } from "../../shared/push.ts";
import { AppError } from "../app-error.ts";
import { appendChanges } from "../store/changes.ts";
import { addKeptAnswer, findUndecided, readDistricts } from "../store/kept.ts";
import type { Db, Store } from "../store/open.ts";
import type { Schema } from "../store/schema.ts";
import { parseMutation } from "../stored-json.ts";
import type { Depositor } from "../sync/depositor.ts";
import { isStored } from "../sync/reconcile.ts";
import { sealOf } from "../sync/seal.ts";
import { checkMayDecide, decidesFor, scopeOf } from "./list-kept.ts";

export type KeptDecisions = {
  /**
   * Has a kept mutation decided anew, in its author's name, as it is or with a repaired body (K2).
   * What it was answered before stays its answer for ever (R1): the decision is of a new mutation.
   * @throws AppError 403 forbidden, 404 not-found, also when it was decided about before
   */
  release(person: Person, hash: string, request: ReleaseRequest): Promise<Receipt>;
  /** Leaves it at that, and tells its author why. @throws as release */
  answer(person: Person, hash: string, request: AnswerRequest): Promise<void>;
};

export function createKeptDecisions(deps: {
  store: Store;
  push(batch: { mutations: Mutation[]; depositor: Depositor }): Promise<PushReply>;
  now(): Date;
}): KeptDecisions {
  const { store, push, now } = deps;

  async function find(
    person: Person,
    hash: string,
  ): Promise<{ mutation: Mutation; scope: string }> {
    checkMayDecide(person);
    const row = await findUndecided(store.reader, hash);
    const mutation = row && parseMutation(row.payload);
    if (!row || !mutation) throw notFound();
    const districts = await readDistricts(store.reader, [mutation.assignmentId]);
    const scope = scopeOf(mutation, row, districts);
    if (!decidesFor(person.orgUnitCode, scope)) throw notFound();
    return { mutation, scope };
  }

  async function note(
    of: Pick<Mutation, "hash" | "mutationId">,
    said: Pick<Schema["kept_answers"], "state" | "note" | "by_id">,
    scope: string,
  ): Promise<void> {
    await store.writer.transaction().execute(async (tx: Db) => {
      const at = now().toISOString();
      const isNews = await addKeptAnswer(tx, {
        hash: of.hash,
        mutation_id: of.mutationId,
        at,
        ...said,
      });
      // Of work whose office nobody knows, nobody is told.
      if (!isNews || said.state === "attempt" || scope === "") return;
      await appendChanges(tx, [{ scope, type: "keptAnswer", id: of.mutationId, removed: false }]);
    });
  }

  return {
    release: async (person, hash, request) => {
      const { mutation, scope } = await find(person, hash);
      const attempt = attemptOf(mutation, request);
      // Whoever releases it speaks for its author.
      const depositor = { personId: mutation.authorId, deviceId: null };
      const { receipts } = await push({ mutations: [attempt], depositor });
      const [receipt] = receipts;
      if (!receipt) throw new Error("A push of one has one receipt");
      const said = { note: "", by_id: person.id };
      if (isStored(receipt)) await note(mutation, { ...said, state: "released" }, scope);
      // It is kept once already: as it came.
      else await note(attempt, { ...said, state: "attempt" }, scope);
      return receipt;
    },

    answer: async (person, hash, request) => {
      const { mutation, scope } = await find(person, hash);
      await note(mutation, { state: "answered", note: request.note, by_id: person.id }, scope);
    },
  };
}

/**
 * Made from the version it repeats, whatever it was made on top of: what waits is not to wait any
 * longer, and an older base can only find more conflicts.
 */
function attemptOf(
  { baseMutationId: _, hash: _hash, ...kept }: Mutation,
  { mutationId, body }: ReleaseRequest,
): Mutation {
  const attempt = { ...kept, mutationId, body: body === undefined ? kept.body : body };
  return { ...attempt, hash: sealOf(attempt) };
}

function notFound(): AppError {
  return new AppError(404, "not-found", "There is no such work, or it was decided about");
}
