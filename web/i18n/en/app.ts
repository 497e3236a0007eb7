import type { app as thai } from "../th/app.ts";

export const app: typeof thai = {
  name: "BPM Field",
  system: "Budget and Project Management",
  level: "District level",
  owner: "Community Development Department, Ministry of Interior",
  programme: (year) => `Financial and budget reporting (BPM) ${year}`,
  fiscalYear: (year) => `Fiscal year ${year}`,
  fiscalYearShort: "FY",
  quarter: (quarter) => `Quarter ${quarter}`,
  skipToContent: "Skip to content",
  demo: "Demo data: all people and figures are fictional",
  updateReady: "A new version is ready",
  updateNow: "Use it now",
  sessionExpired:
    "Your session has ended. Your work is safe on this tablet; sign in to go on sending",
  othersSession: (moment) =>
    `As of ${moment} · sign in again when there is signal, to get what is new`,
  notFound: "This page does not exist",
  notFoundDetail: "The address may be mistyped, or the page belongs to another role",
  updateHeld: "Something is still being typed in a window: save it and try again",
  signInAgain: "Sign in again",
  signInAgainAbout:
    "Your work is safe on this tablet. Sign in to get what is new and go on sending",
  appearance: "Colours",
  themes: { auto: "As the device", light: "Light", dark: "Dark", sunlight: "Sunlight" },
  language: "Language",
  damaged: "Some work or files on this tablet need care",
  storageFull: "Storage is full: remove files or apps you do not need. What was saved is safe",
};
