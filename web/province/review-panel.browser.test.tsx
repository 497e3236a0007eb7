import { signal } from "@preact/signals";
import { Dexie } from "dexie";
import type { ComponentChildren } from "preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { differenceTo } from "../../shared/history.ts";
import { err } from "../../shared/result.ts";
import { ReviewRequest } from "../../shared/review.ts";
import type { Review } from "../../shared/submission.ts";
import {
  anAssignment,
  anId,
  aReportBody,
  aReview,
  aStoredSubmission,
} from "../../shared/test-builders.ts";
import { mount } from "../components/test-mount.tsx";
import { NO_FINDINGS } from "../db/findings.ts";
import { openAppDb } from "../db/open-app-db.ts";
import { type Services, ServicesContext } from "../services.ts";
import { atRest } from "../sync/sync-status.ts";
import { createTransport } from "../sync/transport.ts";
import { ReviewPanel } from "./review-panel.tsx";
import { Reviewing, reviewer } from "./test-reviewer.tsx";

const unread: Review = { state: "received", at: null, byId: null, byName: null, comments: [] };
const first = aReportBody({ outputs: { o1: 58 } });
const second = aReportBody({ outputs: { o1: 62 } });
const assignment = { ...anAssignment(), unit: "27" };
const past = {
  version: 1,
  seq: 7,
  authorName: "นางพิกุล ตัวอย่างรัตน์",
  madeAt: "2024-03-13T02:00:00Z",
  receivedAt: "2024-03-13T03:00:00Z",
  reviews: [],
};

let services: Services;
let sent: ReviewRequest[];
let id: string;

beforeEach(async () => {
  id = anId();
  sent = [];
  localStorage.clear();
  const opened = await openAppDb({ name: `review-${crypto.randomUUID()}` });
  if (!opened.ok) throw new Error(opened.error.kind);
  services = {
    db: opened.value,
    transport: createTransport((_url, { body }) => {
      sent.push(ReviewRequest.parse(JSON.parse(String(body))));
      return Promise.resolve(new Response(null, { status: 204 }));
    }),
    sync: { status: signal(atRest), wake: () => undefined, stop: () => undefined },
    photos: {
      compress: () => Promise.resolve(err({ kind: "stopped" })),
      turn: () => Promise.resolve(err({ kind: "stopped" })),
      terminate: () => undefined,
    },
    update: { updateReady: signal(false), applyUpdate: () => Promise.resolve(false) },
    dirtyForms: new Map(),
    findings: signal(NO_FINDINGS),
    now: () => "2024-03-15T03:00:00Z",
    isOutdated: signal(false),
  };
});
afterEach(async () => {
  services.db.close();
  await Dexie.delete(services.db.name);
});

/** The report as the province's mirror has it now. */
function show(version: 1 | 2, review: Review = unread): void {
  const history = [{ ...past, ...differenceTo(at(second), at(first)) }];
  const newest = version === 1 ? { body: first } : { version, body: second, history };
  const report = { ...aStoredSubmission({ id, ...newest, review }), unit: "27" };
  const drawn = (
    <ServicesContext.Provider value={services}>
      <Reviewing>
        <ReviewPanel
          assignment={assignment}
          report={report}
          areaRecords={[]}
          areaNames={new Map()}
        />
      </Reviewing>
    </ServicesContext.Provider>
  );
  shown.value = drawn;
}

const at = (body: typeof first) => ({ body, attachments: [] });
const shown = signal<ComponentChildren>(null);
const Shown = () => <>{shown.value}</>;
const button = (name: string | RegExp) => page.getByRole("button", { name });
const card = page.getByText("มีการเปลี่ยนแปลงระหว่างที่ท่านตรวจ");
const agree = () => userEvent.click(page.getByRole("dialog").getByRole("button", { name: "ตกลง" }));

async function pin(text: string): Promise<void> {
  await userEvent.click(button("ปักความเห็นเพิ่ม"));
  await userEvent.fill(page.getByLabelText("ความเห็นถึงอำเภอ"), text);
  await userEvent.click(button("ปักความเห็น"));
}

test("[V1] [V5] a version that comes while one is read is not endorsed for the one that was read", async () => {
  show(1);
  mount(<Shown />);
  await userEvent.click(button("รับรองรายงาน"));
  show(2);
  await expect.element(card).toBeVisible();
  expect(button("ตกลง").elements()).toEqual([]);
  expect(button("รับรองรายงาน").elements()).toEqual([]);
  await expect.element(page.getByText("58 คน")).toBeVisible();
  await expect.element(page.getByText("62 คน")).toBeVisible();

  await userEvent.click(button("อ่านแล้ว ตรวจต่อ"));
  await userEvent.click(button("รับรองรายงาน"));
  await agree();
  expect(sent).toEqual([{ state: "endorsed", version: 2, comments: [] }]);
});

test("[V5] what is pinned and what is being typed is there after a newer version came, and after a reload", async () => {
  show(1);
  mount(<Shown />);
  await pin("ไม่ตรงรายชื่อ");
  await userEvent.click(button("ปักความเห็นเพิ่ม"));
  await userEvent.fill(page.getByLabelText("ความเห็นถึงอำเภอ"), "พิมพ์ค้างไว้");
  show(2);
  await expect.element(card).toBeVisible();
  await expect.element(page.getByLabelText("ความเห็นถึงอำเภอ")).toHaveValue("พิมพ์ค้างไว้");
  expect(button(/^ส่งกลับแก้ไข/).elements()).toEqual([]);

  mount(<Shown />);
  await expect.element(card).toBeVisible();
  await userEvent.click(button("อ่านแล้ว ตรวจต่อ"));
  await userEvent.click(button(/^ส่งกลับแก้ไข 1 จุด/));
  await agree();
  expect(sent).toMatchObject([
    { state: "returned", version: 2, comments: [{ text: "ไม่ตรงรายชื่อ" }] },
  ]);
  expect(localStorage).toHaveLength(0);
});

test("[V5] one's own review coming back is no news, somebody else's after it is", async () => {
  show(1);
  mount(<Shown />);
  await pin("ไม่ตรงรายชื่อ");
  await userEvent.click(button(/^ส่งกลับแก้ไข/));
  await agree();
  const own = aReview({ byId: reviewer.id, byName: reviewer.displayName });
  show(1, own);
  await expect.element(button("รับรองรายงาน")).toBeVisible();
  expect(card.elements()).toEqual([]);
  show(1, aReview({ state: "endorsed", at: "2024-03-15T04:00:00Z", byName: "หัวหน้ากลุ่มงาน" }));
  await expect.element(card).toBeVisible();
});

test("[V5] a colleague of the same name is somebody else", async () => {
  show(1);
  mount(<Shown />);
  await pin("ไม่ตรงรายชื่อ");
  await userEvent.click(button(/^ส่งกลับแก้ไข/));
  await agree();
  // Said after one's own, which the same pull brought as an earlier one.
  show(1, aReview({ state: "endorsed", byName: reviewer.displayName }));
  await expect.element(card).toBeVisible();
  expect(button("รับรองรายงาน").elements()).toEqual([]);
});

test("[V5] two windows pin to one report: neither takes the other's away", async () => {
  show(1);
  mount(<Shown />);
  await pin("จากหน้าต่างนี้");
  const key = `review-${id}`;
  const stored: { comments: object[] } = JSON.parse(localStorage.getItem(key) ?? "");
  const other = { id: anId(), field: "", text: "จากอีกหน้าต่าง" };
  localStorage.setItem(key, JSON.stringify({ ...stored, comments: [...stored.comments, other] }));
  window.dispatchEvent(new StorageEvent("storage", { key }));
  await expect.element(page.getByText("จากอีกหน้าต่าง")).toBeVisible();
  await pin("อีกข้อ");
  expect(localStorage.getItem(key)).toContain("จากอีกหน้าต่าง");
  await expect.element(button(/^ส่งกลับแก้ไข 3 จุด/)).toBeVisible();
});
