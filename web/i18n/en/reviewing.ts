import type { reviewing as thai } from "../th/reviewing.ts";

export const reviewing: typeof thai = {
  title: "Review",
  sameSpot: "The district sees each pin at the same spot, even without signal",
  addComment: "Pin another comment",
  where: "Pin it to",
  text: "Comment for the district",
  pin: "Pin the comment",
  draft: "draft",
  remove: (subject) => `Remove the comment on ${subject}`,
  sendBack: (spots) => `Send back with ${spots} ${spots === 1 ? "comment" : "comments"}`,
  endorse: "Endorse the report",
  sendBackTitle: (version) => `Send version ${version} back to the district?`,
  sendBackDetail:
    "The district sees each comment at its spot, and sends the next version once corrected",
  endorseTitle: (version) => `Endorse version ${version} of the report?`,
  endorseDetail: "Once endorsed, the district cannot change it until the province sends it back",
  commentsUnsent: "Comments that were not sent do not go with an endorsement",
  superseded:
    "A newer version, or somebody else's review, came first; please read it. Your comments are kept",
  overlapTitle: "Something came while you were reviewing",
  overlapDetail:
    "Your pinned comments are all here and not sent yet. Read this, then remove, change or add to them",
  verdict: "Review",
  unreviewed: "Not reviewed yet",
  pinnedUnsent: (spots) => `${spots} ${spots === 1 ? "comment" : "comments"} pinned, not sent`,
  nothingSaid: "No comments pinned",
  goOn: "I have read it, go on",
  merged: (from, upTo) =>
    `Made from version ${from} when version ${upTo} was already here: merged, and no field was overwritten`,
  failed: "The review could not be sent. Your comments are kept; try again when there is signal",
};
