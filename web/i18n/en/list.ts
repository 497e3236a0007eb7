import type { list as thai } from "../th/list.ts";

export const list: typeof thai = {
  title: "Report forms",
  titleShort: "Report forms",
  search: "Search for a project to report on",
  assignedOnly: "Projects assigned to this district",
  budgetCode: "Budget code",
  project: "Plan/project",
  record: "Report",
  openHint: "Tap to open the report",
  filter: "Filter by state",
  all: "All",
  projects: (count) => (count === 1 ? "1 project" : `${count} projects`),
  page: (page, pages) => `Page: ${page} / ${pages}`,
  goToPage: (page) => `Go to page ${page}`,
  pages: "Pages of the list",
  nothingFound: "No project found",
  nothingFoundDetail: "Try a shorter word, or digits of the budget code",
  nothingAssigned: "No project is assigned yet",
};
