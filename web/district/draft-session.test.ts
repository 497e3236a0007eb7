import { expect, test } from "vitest";
import type { Json } from "../../shared/canonical-json.ts";
import { must } from "../../shared/invariant.ts";
import { merge } from "../../shared/merge.ts";
import { ReportBody } from "../../shared/report.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { aReportBody } from "../../shared/test-builders.ts";
import { discardIfUntouched, isUntouched, saveDraft, startDraft } from "../db/drafts.ts";
import type { DraftRow } from "../db/rows.ts";
import { submitDraft } from "../db/submit-draft.ts";
import { aTablet, NOW, type TestTablet, write } from "../db/test-db.ts";
import {
  AUTOSAVE_MS,
  createDraftSession,
  type DraftSessionDeps,
  type DraftState,
  RETRY_MS,
} from "./draft-session.ts";

type Deps = DraftSessionDeps<ReportBody>;

/** Time that passes only when a test says so. */
function aClock() {
  let nowMs = 0;
  let timers: { at: number; work: () => void }[] = [];
  return {
    later(work: () => void, ms: number) {
      const timer = { at: nowMs + ms, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass(ms: number) {
      nowMs += ms;
      const due = timers.filter(({ at }) => at <= nowMs);
      timers = timers.filter(({ at }) => at > nowMs);
      for (const { work } of due) work();
    },
  };
}

async function openSession(tablet: TestTablet, fakes: Partial<Deps> = {}) {
  const { db, report, assignment } = tablet;
  const clock = aClock();
  const wanted = { ...report, kind: "report" as const, assignmentId: assignment.id, now: NOW };
  const started = await startDraft(db, wanted);
  if (!started.ok) throw new Error(started.error.kind);
  const states: DraftState<ReportBody>[] = [];
  const session = createDraftSession<ReportBody>(
    started.value,
    {
      save: (edit) => saveDraft(db, report, edit),
      restart: () => startDraft(db, wanted),
      discardIfUntouched: () => discardIfUntouched(db, report),
      readBody: (body) => ReportBody.parse(body),
      mergeBody: ({ base, mine, theirs }) => {
        const side = (body: ReportBody) => ({ body, attachments: [] });
        const sides = { base: side(base), mine: side(mine), theirs: side(theirs) };
        return ReportBody.parse(merge("report", sides).content.body);
      },
      later: clock.later,
      now: () => NOW,
      onState: (state) => states.push(state),
      ...fakes,
    },
    { kind: "untouched" },
  );
  const draft = async (): Promise<DraftRow | undefined> => (await db.drafts.toArray())[0];
  const status = () => must(states.at(-1), "a state").status;
  return { session, clock, states, status, draft };
}

const says = (successPoints: string) => ({ body: aReportBody({ successPoints }) });

test("what is typed is durable half a second later, and only then called saved", async () => {
  const { session, clock, status, draft } = await openSession(await aTablet());
  session.edit(says("ชุมชนทำเอง"));
  expect(status()).toEqual({ kind: "saving" });
  expect(AUTOSAVE_MS).toBeLessThanOrEqual(500);
  clock.pass(AUTOSAVE_MS - 1);
  expect((await draft())?.revision).toBe(0);
  clock.pass(1);
  await session.flush();
  expect(status()).toEqual({ kind: "saved", at: NOW });
  expect((await draft())?.body).toMatchObject({ successPoints: "ชุมชนทำเอง" });
});

test("steady typing does not put the save off", async () => {
  const saves: string[] = [];
  const { session, clock } = await openSession(await aTablet(), {
    save: async ({ body, revision }) => {
      saves.push(ReportBody.parse(body).successPoints);
      return ok(revision + 1);
    },
  });
  for (let key = 1; key <= 8; key += 1) {
    session.edit(says("ก".repeat(key)));
    clock.pass(AUTOSAVE_MS / 4);
  }
  await session.flush();
  expect(saves[0]).toBe("กกกก");
  expect(saves.at(-1)).toBe("กกกกกกกก");
});

test("saves never overlap, and typing during one is saved by the next", async () => {
  let running = 0;
  const saves: string[] = [];
  const released: (() => void)[] = [];
  const { session } = await openSession(await aTablet(), {
    save: async ({ body, revision }) => {
      running += 1;
      expect(running).toBe(1);
      saves.push(ReportBody.parse(body).successPoints);
      await new Promise<void>((resolve) => released.push(resolve));
      running -= 1;
      return ok(revision + 1);
    },
  });
  session.edit(says("หนึ่ง"));
  const first = session.flush();
  session.edit(says("สอง"));
  const second = session.flush();
  expect(session.isDirty()).toBe(true);
  released[0]?.();
  await expect.poll(() => saves).toEqual(["หนึ่ง", "สอง"]);
  released[1]?.();
  expect(await Promise.all([first, second])).toEqual([true, true]);
});

test("[O1] nothing is called saved while its save is under way", async () => {
  const durable = Promise.withResolvers<void>();
  const { session, states } = await openSession(await aTablet(), {
    save: async ({ revision }) => {
      await durable.promise;
      return ok(revision + 1);
    },
  });
  session.edit(says("ชุมชนทำเอง"));
  const saving = session.flush();
  expect(states.map(({ status }) => status.kind)).toEqual(["saving"]);
  durable.resolve();
  await saving;
  expect(states.map(({ status }) => status.kind)).toEqual(["saving", "saved"]);
});

test("[O1] a full storage is said, keeps the typing, and is tried again by itself", async () => {
  const answers: Result<number, { kind: "storage-full" }>[] = [
    err({ kind: "storage-full" }),
    ok(1),
  ];
  const { session, clock, status, states } = await openSession(await aTablet(), {
    save: async () => must(answers.shift(), "an answer"),
  });
  session.edit(says("ชุมชนทำเอง"));
  expect(await session.flush()).toBe(false);
  expect(status()).toEqual({ kind: "failed", reason: "storage-full" });
  expect(session.isDirty()).toBe(true);
  expect(states.at(-1)?.form.body.successPoints).toBe("ชุมชนทำเอง");
  clock.pass(RETRY_MS);
  await session.flush();
  expect(status()).toEqual({ kind: "saved", at: NOW });
});

test("typing on after a failure does not say saved, and tries sooner", async () => {
  const answers: Result<number, { kind: "storage-full" }>[] = [
    err({ kind: "storage-full" }),
    ok(1),
  ];
  const { session, clock, status } = await openSession(await aTablet(), {
    save: async () => must(answers.shift(), "an answer"),
  });
  session.edit(says("หนึ่ง"));
  await session.flush();
  session.edit(says("สอง"));
  expect(status().kind).toBe("failed");
  clock.pass(AUTOSAVE_MS);
  await session.flush();
  expect(status().kind).toBe("saved");
});

test("an edit of another window is merged in; where both edited, what is typed here stays", async () => {
  const tablet = await aTablet();
  const { session, draft, states } = await openSession(tablet);
  await write(tablet, aReportBody({ successPoints: "หน้าต่างอื่น", areaCodes: ["270901"] }));
  session.edit({ body: aReportBody({ steps: { s1: 35 }, successPoints: "หน้าต่างนี้" }) });
  expect(await session.flush()).toBe(true);
  expect((await draft())?.body).toMatchObject({
    successPoints: "หน้าต่างนี้",
    areaCodes: ["270901"],
    steps: { s1: 35 },
  });
  expect(states.at(-1)?.form.body.areaCodes).toEqual(["270901"]);
});

test("unreadable typing of two windows is kept by field", async () => {
  const tablet = await aTablet();
  const { session, draft } = await openSession(tablet);
  await saveDraft(tablet.db, tablet.report, {
    body: aReportBody(),
    typed: { "steps.s1": "หก" },
    place: "",
    revision: 0,
    now: NOW,
  });
  session.edit({ typed: { "outputs.o1": "12,00" } });
  await session.flush();
  expect((await draft())?.typed).toEqual({ "steps.s1": "หก", "outputs.o1": "12,00" });
});

test("typing goes on in a new draft when another window submitted this one", async () => {
  const tablet = await aTablet();
  const { session, draft } = await openSession(tablet);
  session.edit(says("หนึ่ง"));
  await session.flush();
  const submitted = await submitDraft(tablet.db, tablet.report, NOW);
  session.edit(says("หนึ่ง สอง"));
  expect(await session.flush()).toBe(true);
  const next = await draft();
  expect(next?.body).toMatchObject({ successPoints: "หนึ่ง สอง" });
  expect(submitted).toEqual({ ok: true, value: next?.baseMutationId });
});

test("looking at a form leaves no draft behind, not even with the place noted", async () => {
  const tablet = await aTablet();
  const { session } = await openSession(tablet);
  session.moveTo("steps+120");
  await session.flush();
  await session.close();
  expect(await tablet.db.drafts.count()).toBe(0);
});

test("closing saves what was typed last, and the draft stays", async () => {
  const { session, draft } = await openSession(await aTablet());
  session.edit(says("คำสุดท้าย"));
  await session.close();
  expect((await draft())?.body).toMatchObject({ successPoints: "คำสุดท้าย" });
});

test("a form left while the storage was full is saved once there is room", async () => {
  const tablet = await aTablet();
  let isFull = true;
  const { session, clock, draft } = await openSession(tablet, {
    save: async (edit) =>
      isFull ? err({ kind: "storage-full" }) : saveDraft(tablet.db, tablet.report, edit),
  });
  session.edit(says("คำสุดท้าย"));
  await session.close();
  expect(session.isDirty()).toBe(true);
  isFull = false;
  clock.pass(RETRY_MS);
  await expect.poll(() => session.isDirty()).toBe(false);
  expect((await draft())?.body).toMatchObject({ successPoints: "คำสุดท้าย" });
});

test("[O2] submitting takes what was typed last with it, and no autosave follows", async () => {
  const tablet = await aTablet();
  const { session, clock } = await openSession(tablet);
  session.edit(says("คำสุดท้าย"));
  const submitted = await session.submit(() => submitDraft(tablet.db, tablet.report, NOW));
  expect(submitted).toMatchObject({ ok: true });
  clock.pass(RETRY_MS);
  await session.close();
  const [queued] = await tablet.db.outbox.toArray();
  expect(queued?.mutation.body).toMatchObject({ successPoints: "คำสุดท้าย" });
  expect(await tablet.db.drafts.count()).toBe(0);
});

test("nothing is submitted that could not be saved first", async () => {
  const tablet = await aTablet();
  const { session } = await openSession(tablet, {
    save: async () => err({ kind: "storage-full" }),
  });
  session.edit(says("คำสุดท้าย"));
  expect(await session.submit(() => submitDraft(tablet.db, tablet.report, NOW))).toEqual({
    ok: false,
    error: { kind: "not-saved", reason: "storage-full" },
  });
  expect(await tablet.db.outbox.count()).toBe(0);
});

test("a refused submit leaves the form open for more typing", async () => {
  const tablet = await aTablet();
  const { session, draft } = await openSession(tablet);
  session.edit({ body: { ...aReportBody(), outputs: {} } });
  const refused = await session.submit(() => submitDraft(tablet.db, tablet.report, NOW));
  expect(refused).toMatchObject({ ok: false, error: { kind: "invalid" } });
  session.edit({ body: aReportBody({ outputs: { o1: 58 } }) });
  expect(await session.flush()).toBe(true);
  expect((await draft())?.body).toMatchObject({ outputs: { o1: 58 } });
});

test("a draft that says what its base says is untouched; one word more and it is not", async () => {
  const tablet = await aTablet();
  const { draft } = await openSession(tablet);
  expect(isUntouched(must(await draft(), "a draft"))).toBe(true);
  await write(tablet, aReportBody() satisfies Json);
  expect(isUntouched(must(await draft(), "a draft"))).toBe(false);
});
