import type { AreaBody } from "../../../shared/area-record.ts";
import type { Assignment } from "../../../shared/assignment.ts";
import type { Attachment } from "../../../shared/attachment.ts";
import type { Mutation } from "../../../shared/push.ts";
import type { ReportBody } from "../../../shared/report.ts";
import type { Instant, IsoDate } from "../../../shared/scalars.ts";
import type { ReviewState } from "../../../shared/submission.ts";
import { sealOf } from "../../sync/seal.ts";
import { idOf, pick } from "./ids.ts";
import { headOf, officerOf } from "./people.ts";
import type { DemoPhoto } from "./photos.ts";
import { source } from "./source.ts";
import { daysFrom, workingHours } from "./story-time.ts";

/** One tablet's push, as it happened. */
export type StoryPush = { author: string; receivedAt: Instant; mutations: Mutation[] };
export type StoryReview = {
  submissionId: string;
  state: ReviewState;
  at: Instant;
  comments: { field: string; text: string }[];
};

/**
 * How far each district has come: how many of its assignments it reported, and how many days ago it
 * was last heard of. One is done, five are under way, two have drafts on their tablets, one is silent.
 */
const DISTRICTS: Record<string, { reported: number; lastHeardDaysAgo: number }> = {
  "2701": { reported: Number.POSITIVE_INFINITY, lastHeardDaysAgo: 1 },
  "2702": { reported: 21, lastHeardDaysAgo: 1 },
  "2703": { reported: 17, lastHeardDaysAgo: 2 },
  "2704": { reported: 14, lastHeardDaysAgo: 1 },
  "2705": { reported: 19, lastHeardDaysAgo: 3 },
  "2706": { reported: 12, lastHeardDaysAgo: 2 },
  "2707": { reported: 3, lastHeardDaysAgo: 4 },
  "2708": { reported: 2, lastHeardDaysAgo: 5 },
  "2709": { reported: 7, lastHeardDaysAgo: 12 },
};
const REPORTS_PER_PUSH = 8;
/** In the silent district someone typed the whole allotment into each of three areas (R41). */
const OVER_ALLOTMENT = { district: "2709", serial: "P0167", costSatang: 300_000 };

const SUCCESS = [
  "ผู้เข้าร่วมมีส่วนร่วมครบทุกขั้นตอน และจัดทำแผนงานของพื้นที่แล้วเสร็จ",
  "กลุ่มเป้าหมายนำความรู้ไปใช้ในครัวเรือน\nเครือข่ายในพื้นที่ช่วยกันติดตามผล",
  "ดำเนินการได้ตามแผน ชุมชนร่วมสมทบแรงงานและวัสดุ",
  "หน่วยงานภาคีร่วมสนับสนุนสถานที่และวิทยากร",
];

const CAPTIONS = [
  "ประธานเปิดการประชุม",
  "วิทยากรให้ความรู้แก่กลุ่มเป้าหมาย",
  "จัดแสดงและจำหน่ายผลิตภัณฑ์ชุมชน",
  "แปลงผักของครัวเรือนต้นแบบ",
  "สระน้ำและป่าของศูนย์เรียนรู้",
];

/** What the story takes place among. */
type Stage = { today: IsoDate; photos: readonly DemoPhoto[]; idOfPerson(username: string): string };

/** What the districts sent, oldest push first. */
export function storyPushes(
  assignments: readonly Assignment[],
  { today, photos, idOfPerson }: Stage,
): StoryPush[] {
  return source.districts.flatMap(({ code, tambons }) => {
    const { reported = 0, lastHeardDaysAgo = 0 } = DISTRICTS[code] ?? {};
    const own = assignments.filter(({ districtCode }) => districtCode === code).slice(0, reported);
    const pushes: StoryPush[] = [];
    for (let from = 0; from < own.length; from += REPORTS_PER_PUSH) {
      const batch = own.slice(from, from + REPORTS_PER_PUSH);
      const daysAgo = lastHeardDaysAgo + 3 * Math.ceil((own.length - from) / REPORTS_PER_PUSH) - 3;
      const author = from % (2 * REPORTS_PER_PUSH) === 0 ? officerOf(code) : headOf(code);
      const made = {
        authorId: idOfPerson(author),
        madeAt: workingHours(today, daysAgo, 60 + from),
      };
      const heldOn = daysFrom(today, -daysAgo);
      pushes.push({
        author,
        receivedAt: workingHours(today, daysAgo, 420 + from),
        mutations: batch.flatMap((assignment) => [
          reportOn(assignment, { ...made, heldOn, photos }),
          ...areasOf(assignment, {
            ...made,
            heldOn,
            tambons: tambons.map((tambon) => tambon.code),
          }),
        ]),
      });
    }
    return pushes;
  });
}

type Made = { authorId: string; madeAt: Instant; heldOn: IsoDate };

function reportOn(
  assignment: Assignment,
  { authorId, madeAt, heldOn, photos }: Made & Pick<Stage, "photos">,
): Mutation {
  return sealed({
    mutationId: idOf("mutation", assignment.reportId, 1),
    kind: "report",
    submissionId: assignment.reportId,
    assignmentId: assignment.id,
    baseVersion: 0,
    body: reportBody(assignment, heldOn),
    attachments: photosOf(assignment, photos),
    authorId,
    madeAt,
  });
}

function reportBody(assignment: Assignment, heldOn: IsoDate): ReportBody {
  const { id, outputs, project } = assignment;
  const share = 0.4 + pick(61, id, "share") / 100;
  const done = pick(project.steps.length, id, "steps") + 1;
  return {
    outputs: Object.fromEntries(
      outputs.map((output) => [output.id, Math.floor((output.districtTarget ?? 0) * share)]),
    ),
    steps: Object.fromEntries(
      project.steps.slice(0, done + 1).map((step, index) => [step.id, index < done ? 100 : 40]),
    ),
    successPoints: SUCCESS[pick(SUCCESS.length, id, "success")] ?? "",
    areaCodes: [],
    newVillages: {},
    activity: { from: heldOn, to: heldOn },
  };
}

/** A third of the reports show what happened, in up to four pictures. */
function photosOf({ id }: Assignment, photos: readonly DemoPhoto[]): Attachment[] {
  if (pick(3, id, "photo") !== 0) return [];
  const first = pick(photos.length, id, "first photo");
  return photos
    .map((_, index) => (first + index) % photos.length)
    .slice(0, 1 + pick(4, id, "photos"))
    .flatMap((index) => {
      const photo = photos[index];
      if (!photo) return [];
      const { sha256, sizeBytes } = photo;
      const caption = CAPTIONS[index % CAPTIONS.length] ?? "";
      const name = `กิจกรรม-${index + 1}.webp`;
      return [{ sha256, sizeBytes, mediaType: "image/webp" as const, name, caption }];
    });
}

function areasOf(assignment: Assignment, made: Made & { tambons: string[] }): Mutation[] {
  const { project, districtCode, plannedAreaCount, allotmentSatang } = assignment;
  if (!project.needsAreaData) return [];
  const over =
    districtCode === OVER_ALLOTMENT.district && project.code.includes(OVER_ALLOTMENT.serial);
  const fair = Math.floor(allotmentSatang / plannedAreaCount);
  return made.tambons.slice(0, Math.min(3, plannedAreaCount)).map((tambon) => {
    const submissionId = idOf("area", assignment.id, tambon);
    const code = project.areaLevel === "village" ? `${tambon}01` : tambon;
    return sealed({
      mutationId: idOf("mutation", submissionId, 1),
      kind: "area",
      submissionId,
      assignmentId: assignment.id,
      baseVersion: 0,
      body: areaBody(assignment, {
        areaCode: project.areaLevel === "district" ? districtCode : code,
        costSatang: over ? OVER_ALLOTMENT.costSatang : fair,
        heldOn: made.heldOn,
      }),
      attachments: [],
      authorId: made.authorId,
      madeAt: made.madeAt,
    });
  });
}

function areaBody(
  { id }: Assignment,
  where: Pick<AreaBody, "areaCode" | "costSatang" | "heldOn">,
): AreaBody {
  const men = 8 + pick(14, id, where.areaCode, "men");
  const women = 10 + pick(16, id, where.areaCode, "women");
  return {
    ...where,
    newVillages: {},
    venue: "ศาลาประชาคมหมู่บ้าน",
    targetGroup: "ผู้แทนครัวเรือนและผู้นำชุมชน",
    participants: { men, women, total: men + women },
    result: "ดำเนินกิจกรรมแล้วเสร็จตามแผน และมีผู้รับผิดชอบติดตามผลต่อเนื่อง",
    costReason: "",
    position: null,
  };
}

/** Two officers of one district change the same step of one report, each without the other's (R3). */
export function storyConflict(
  assignments: readonly Assignment[],
  { today, photos, idOfPerson }: Stage,
): StoryPush[] {
  const district = "2703";
  const assignment = assignments.find(({ districtCode }) => districtCode === district);
  const step = assignment?.project.steps.at(-1);
  if (!assignment || !step) return [];
  const before = reportBody(assignment, today);
  return [
    { author: officerOf(district), percent: 60, minutes: 400 },
    { author: headOf(district), percent: 80, minutes: 430 },
  ].map(({ author, percent, minutes }) => ({
    author,
    receivedAt: workingHours(today, 1, minutes),
    mutations: [
      sealed({
        mutationId: idOf("mutation", assignment.reportId, author),
        kind: "report",
        submissionId: assignment.reportId,
        assignmentId: assignment.id,
        baseVersion: 1,
        body: { ...before, steps: { ...before.steps, [step.id]: percent } },
        attachments: photosOf(assignment, photos),
        authorId: idOfPerson(author),
        madeAt: workingHours(today, 1, minutes - 120),
      }),
    ],
  }));
}

/** What the province said: the finished district mostly endorsed, two reports of others sent back. */
export function storyReviews(assignments: readonly Assignment[], today: IsoDate): StoryReview[] {
  const firstOf = (district: string) =>
    assignments.filter(({ districtCode }) => districtCode === district);
  const returned = [
    {
      assignment: firstOf("2702")[1],
      comment: { field: "outputs.o1", text: "จำนวนไม่ตรงกับรายชื่อที่แนบ ขอให้ตรวจสอบอีกครั้ง" },
    },
    {
      assignment: firstOf("2704")[2],
      comment: { field: "successPoints", text: "ขอรายละเอียดผลที่เกิดกับกลุ่มเป้าหมายเพิ่มเติม" },
    },
  ];
  return [
    ...firstOf("2701")
      .slice(0, 30)
      .map(({ reportId }, index) => ({
        submissionId: reportId,
        state: "endorsed" as const,
        at: workingHours(today, 1, 120 + index),
        comments: [],
      })),
    ...returned.flatMap(({ assignment, comment }) =>
      assignment
        ? [
            {
              submissionId: assignment.reportId,
              state: "returned" as const,
              at: workingHours(today, 1, 200),
              comments: [comment],
            },
          ]
        : [],
    ),
  ];
}

function sealed(mutation: Omit<Mutation, "hash">): Mutation {
  return { ...mutation, hash: sealOf(mutation) };
}
