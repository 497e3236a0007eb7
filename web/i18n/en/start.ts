import type { start as thai } from "../th/start.ts";

export const start: typeof thai = {
  title: "The app cannot open yet",
  blocked:
    "An older version of the app is open in another window. Close it and try again; everything saved is still there.",
  outdated:
    "A newer version of the app is in use, so this window saves nothing more. Open it anew; everything saved is still there.",
  full: "The tablet's storage is full. Delete files or apps you do not need and try again; everything saved is still there.",
  notOpening:
    "The browser cannot open its storage right now. Close and open the app again; everything saved is still there.",
  retry: "Try again",
  recover: "Still not? Keep the unsent work in a rescue file",
};
