import type { Json } from "../../shared/canonical-json.ts";
import type { Sides } from "../../shared/merge.ts";
import type { SubmissionKind } from "../../shared/submission.ts";

/** What a draft needs to know of its form: a report's or an area record's. */
export type FormKind<B extends Json> = {
  kind: SubmissionKind;
  /** A body as the form can show it; what is none of its kind shows as an empty one. */
  readBody: (body: Json) => B;
  /** As the server will merge two tablets; where both windows changed the same, what is typed here. */
  mergeBody: (sides: Sides<B>) => B;
};

/** Whose submission of which assignment a form is about. */
export type FormKey = { authorId: string; submissionId: string; assignmentId: string };
