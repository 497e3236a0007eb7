import type { review as thai } from "../th/review.ts";

export const review: typeof thai = {
  comments: "Comments",
  pin: (number) => `Pin ${number}`,
  history: "History",
};
