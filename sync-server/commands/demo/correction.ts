import type { Assignment } from "../../../shared/assignment.ts";
import { must } from "../../../shared/invariant.ts";
import { ReportBody } from "../../../shared/report.ts";
import type { IsoDate } from "../../../shared/scalars.ts";
import { sealOf } from "../../sync/seal.ts";
import { idOf } from "./ids.ts";
import { officerOf } from "./people.ts";
import type { StoryPush, StoryReview } from "./story.ts";
import { workingHours } from "./story-time.ts";

const DISTRICT = "2704";

/**
 * One of the reports that are sent back was sent back before, and corrected: its history has two
 * versions (V4).
 *
 * @param pushes all that the districts sent, the first version among it
 */
export function storyCorrection(
  assignments: readonly Assignment[],
  pushes: readonly StoryPush[],
  { today, idOfPerson }: { today: IsoDate; idOfPerson(username: string): string },
): { review: StoryReview; push: StoryPush } {
  const own = assignments.filter(({ districtCode }) => districtCode === DISTRICT);
  const { reportId, outputs } = must(own[2], "the district has several projects");
  const first = must(
    pushes
      .flatMap(({ mutations }) => mutations)
      .find(({ submissionId }) => submissionId === reportId),
    "the district reported on it",
  );
  const body = ReportBody.parse(first.body);
  const output = must(outputs[0], "a project has an output");
  const author = officerOf(DISTRICT);
  const corrected = {
    ...first,
    mutationId: idOf("mutation", reportId, 2),
    baseVersion: 1,
    body: {
      ...body,
      outputs: { ...body.outputs, [output.id]: (body.outputs[output.id] ?? 0) + 2 },
      successPoints: `${body.successPoints}\nผู้เข้าร่วมขอให้จัดต่อเนื่องทุกไตรมาส`,
    },
    authorId: idOfPerson(author),
    madeAt: workingHours(today, 1, 40),
  };
  return {
    review: {
      submissionId: reportId,
      state: "returned",
      at: workingHours(today, 1, 20),
      comments: [{ field: `outputs.${output.id}`, text: "ยังไม่รวมกลุ่มเป้าหมายรุ่นที่สอง" }],
    },
    push: {
      author,
      receivedAt: workingHours(today, 1, 45),
      mutations: [{ ...corrected, hash: sealOf(corrected) }],
    },
  };
}
