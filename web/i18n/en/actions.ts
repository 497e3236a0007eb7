import type { actions as thai } from "../th/actions.ts";

export const actions: typeof thai = {
  ok: "OK",
  cancel: "Cancel",
  close: "Close",
  back: "Back",
  next: "Next",
  previous: "Previous",
  open: "Open",
  edit: "Edit",
  remove: "Remove",
  add: "Add",
  clear: "Clear the search",
  print: "Print",
  export: "Export",
  tryAgain: "Try again",
  showAll: (count) => `All ${count}`,
  increase: (what) => `More ${what}`,
  decrease: (what) => `Less ${what}`,
};
