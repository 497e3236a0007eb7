import type { province as thai } from "../th/province.ts";

export const province: typeof thai = {
  search: "Code or name of a project",
  searchKey: "press / to search",
  awaitingReview: "Awaiting review",
};
