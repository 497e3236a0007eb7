import type { review as thai } from "../th/review.ts";

export const review: typeof thai = {
  comments: "Comments",
  pin: (number) => `Pin ${number}`,
  history: "History",
  sameSpot: "The district sees each pin at the same spot, even without signal",
  addComment: "Pin another comment",
  sendBack: (count) => `Send back with ${count}`,
  endorse: "Endorse the report",
};
