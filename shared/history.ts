import { same } from "./same.ts";
import { type PastVersion, SubmissionBody, type SubmissionContent } from "./submission.ts";

/** What of a past version's content is kept. */
export type Difference = Pick<PastVersion, "body" | "attachments">;

/** What `earlier` says where `later` says otherwise. */
export function differenceTo(later: SubmissionContent, earlier: SubmissionContent): Difference {
  return {
    ...(same(earlier.body, later.body) ? {} : { body: bodyDifference(later.body, earlier.body) }),
    ...(same(earlier.attachments, later.attachments) ? {} : { attachments: earlier.attachments }),
  };
}

/** The earlier content again; undefined where this version of the app cannot read it. */
export function contentBefore(
  later: SubmissionContent,
  { body, attachments = later.attachments }: Difference,
): SubmissionContent | undefined {
  if (body === undefined) return { body: later.body, attachments };
  const earlier = SubmissionBody.safeParse(body && { ...later.body, ...body });
  return earlier.success ? { body: earlier.data, attachments } : undefined;
}

function bodyDifference(later: SubmissionBody, earlier: SubmissionBody): Difference["body"] {
  if (earlier === null) return null;
  const after = new Map<string, unknown>(Object.entries(later ?? {}));
  return Object.fromEntries(
    Object.entries(earlier).filter(([field, value]) => !same(value, after.get(field))),
  );
}

/** What each version says, the newest first; from one that cannot be read on, undefined. */
export function contentsOf(
  submission: SubmissionContent & { history: readonly Difference[] },
): [SubmissionContent, ...(SubmissionContent | undefined)[]] {
  const past: (SubmissionContent | undefined)[] = [];
  let later: SubmissionContent | undefined = submission;
  for (const difference of submission.history) {
    later = later && contentBefore(later, difference);
    past.push(later);
  }
  return [submission, ...past];
}

/** The areas that a body names. */
export function areaCodesOf(body: SubmissionBody): readonly string[] {
  if (body === null) return [];
  return "areaCodes" in body ? body.areaCodes : [body.areaCode];
}
