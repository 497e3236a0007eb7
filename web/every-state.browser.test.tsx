import type {} from "@vitest/browser-playwright";
import axe from "axe-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import type { TestTablet } from "./db/test-db.ts";
import { type OpenOptions, openApp } from "./test-app.tsx";
import { englishIn, moving, thaiIn } from "./test-screen.ts";
import {
  aConflict,
  aDraftOnTop,
  aFullTablet,
  aHeldReport,
  anEmptyTablet,
  aReceivedReport,
  aRefusedPhoto,
  aReturnedReport,
  aTabletWithPin,
  aWaitingReport,
  tooCostlyAreas,
} from "./test-states.ts";
import "./styles/app.css";

type State = {
  /** A tablet in that state, and where the app is opened on it. */
  open: () => Promise<{ tablet: TestTablet } & Omit<OpenOptions, "language">>;
  /** What is on the screen once it is there. */
  shows: string;
  /** What a person does then. */
  act?: () => Promise<void>;
};

const at = (tablet: TestTablet, rest = "") => `/reports/${tablet.assignment.id}${rest}`;
const onReport = async (making: Promise<TestTablet>, rest = "") => {
  const tablet = await making;
  return { tablet, path: at(tablet, rest) };
};
const on = async (making: Promise<TestTablet>, path: string) => ({ tablet: await making, path });
const press = (selector: string) => userEvent.click(must(selector));

const STATES: Record<string, State> = {
  "signing in for the first time": {
    async open() {
      const tablet = await aTabletWithPin();
      await tablet.db.people.clear();
      return { tablet, path: "/" };
    },
    shows: "input[type=password]",
  },
  "coming back by PIN": {
    open: () => on(aTabletWithPin(), "/"),
    shows: ".person-choice, .sign-in",
  },
  "a wrong PIN": {
    open: () => on(aTabletWithPin(), "/"),
    shows: "input[inputmode=numeric]",
    async act() {
      await userEvent.fill(must("input[inputmode=numeric]"), "000000");
      await press("form button[type=submit], form .btn-primary");
      await appears("[role=alert], .field-error");
    },
  },
  "home without any work": {
    open: () => on(anEmptyTablet(), "/"),
    shows: ".empty-state, .nothing-waits",
  },
  "home with nothing waiting": { open: () => on(aFullTablet(), "/"), shows: ".nothing-waits" },
  "home with a report sent back": { open: () => on(aReturnedReport(), "/"), shows: ".clip-2" },
  "home with a conflict": { open: () => on(aConflict(), "/"), shows: ".clip-2" },
  "the list": { open: () => on(aFullTablet(), "/reports"), shows: ".project-row" },
  "the list where nothing is found": {
    open: () => on(aFullTablet(), "/reports"),
    shows: "search input",
    async act() {
      await userEvent.fill(must("search input"), "qqqq");
      await appears(".empty-state");
    },
  },
  "a new form": { open: () => onReport(aFullTablet()), shows: "[data-section]" },
  "a form that cannot be sent yet": {
    open: () => onReport(aFullTablet()),
    shows: ".form-footer .btn-primary",
    async act() {
      await press(".form-footer .btn-primary");
      await appears("[role=alert]");
    },
  },
  "the question before sending": {
    async open() {
      const tablet = await aDraftOnTop();
      return { tablet, path: at(tablet) };
    },
    shows: ".form-footer .btn-primary",
    async act() {
      await press(".form-footer .btn-primary");
      await appears("dialog[open]");
    },
  },
  "a form sent back with comments": { open: () => onReport(aReturnedReport()), shows: ".pin" },
  "a form that is closed": {
    async open() {
      const tablet = await aReceivedReport();
      const { assignment, db } = tablet;
      await db.assignments.put({ ...assignment, unit: assignment.districtCode, open: false });
      return { tablet, path: at(tablet) };
    },
    shows: ".notice",
  },
  "the history, with a draft on top": {
    open: () => onReport(aDraftOnTop(), "/history"),
    shows: ".timeline",
  },
  "a history with nothing in it": {
    open: () => onReport(aFullTablet(), "/history"),
    shows: ".timeline",
  },
  "on paper": { open: () => onReport(aReceivedReport(), "/print"), shows: ".paper" },
  "projects with areas": { open: () => on(aFullTablet(), "/areas"), shows: "table" },
  "no area recorded yet": { open: () => onReport(aFullTablet(), "/areas"), shows: ".empty-state" },
  "areas that cost more than was allotted": {
    async open() {
      const tablet = await tooCostlyAreas();
      return { tablet, path: at(tablet, `/areas/${tablet.area}`) };
    },
    shows: ".area-form",
  },
  "a pasted table with faults": {
    open: () => onReport(aFullTablet(), "/areas/paste"),
    shows: ".area-form textarea",
    async act() {
      await userEvent.fill(must(".area-form textarea"), "วังใหม่\tวังทอง\t\t\t\t\t\t\t1,000");
      await appears(".pasted-row");
    },
  },
  "the outbox with nothing in it": {
    open: () => on(aFullTablet(), "/outbox"),
    shows: "main .card",
  },
  "the outbox, waiting without signal": {
    async open() {
      const offline = { phase: "waiting", problem: { kind: "offline" } } as const;
      return { ...(await on(aWaitingReport(), "/outbox")), status: offline };
    },
    shows: ".queue-row, main li",
  },
  "the outbox with a photo refused": {
    open: () => on(aRefusedPhoto(), "/outbox"),
    shows: ".care-row",
  },
  "work and files on the tablet that went bad": {
    async open() {
      const tablet = await aFullTablet();
      const { assignment, authorId } = tablet;
      const row = { authorId, assignmentId: assignment.id };
      return {
        tablet,
        path: "/me",
        findings: {
          unreadable: [
            { store: "drafts", id: "1", ...row },
            { store: "pastedTexts", id: "2", ...row },
            { store: "outbox", id: "3", authorId: undefined, assignmentId: undefined },
          ],
          orphans: ["0".repeat(64)],
        },
      };
    },
    shows: "a[href='/recovery.html']",
  },
  "the outbox while the session is over": {
    async open() {
      return { ...(await on(aWaitingReport(), "/outbox")), status: { phase: "paused" } };
    },
    shows: ".banner",
  },
  "the outbox on a full tablet": {
    async open() {
      const full = { phase: "waiting", problem: { kind: "storage-full" } } as const;
      return { ...(await on(aWaitingReport(), "/outbox")), status: full };
    },
    shows: ".banner",
  },
  "a conflict": {
    async open() {
      const tablet = await aConflict();
      return { tablet, path: `/conflicts/${tablet.id}` };
    },
    shows: ".choice",
  },
  "a report held by the province": {
    async open() {
      const tablet = await aHeldReport();
      return { tablet, path: `/conflicts/${tablet.id}` };
    },
    shows: ".conflict .card",
  },
  "a conflict that is dealt with": {
    open: () => on(aFullTablet(), "/conflicts/00000000-0000-4000-8000-00000000ffff"),
    shows: ".empty-state",
  },
  me: { open: () => on(aFullTablet(), "/me"), shows: ".segmented" },
  "no such report": {
    open: () => on(aFullTablet(), "/reports/00000000-0000-4000-8000-00000000ffff"),
    shows: ".empty-state",
  },
  "no such page": { open: () => on(aFullTablet(), "/nowhere"), shows: ".empty-state" },
};

const home = location.pathname + location.search;

beforeAll(async () => {
  await page.viewport(1280, 800);
  for (const { name = "" } of await indexedDB.databases()) {
    if (name.startsWith("test-")) indexedDB.deleteDatabase(name);
  }
});
afterAll(() => reduceMotion("no-preference"));
afterEach(() => {
  history.replaceState(null, "", home);
  showTheme("light");
});

async function enter(state: State, language: "th" | "en"): Promise<TestTablet> {
  const { tablet, ...options } = await state.open();
  await openApp(tablet, { ...options, language });
  await appears(state.shows);
  await state.act?.();
  return tablet;
}

test.each(Object.entries(STATES))(
  "%s: accessible in every appearance, nothing moves, one language at a time",
  async (_, state) => {
    await reduceMotion("reduce");
    const tablet = await enter(state, "th");
    expect(await violations()).toEqual([]);
    for (const theme of ["dark", "sunlight"]) {
      showTheme(theme);
      expect(await violations(["color-contrast"]), theme).toEqual([]);
    }
    expect(moving(), "what moves for those who asked for no motion").toEqual([]);
    expect(await englishIn(tablet), "English words in Thai").toEqual([]);
    const inEnglish = await enter(state, "en");
    expect(await thaiIn(inEnglish), "Thai words in English").toEqual([]);
  },
);

async function violations(only?: string[]): Promise<string[]> {
  const found = await axe.run(must("body > div"), {
    resultTypes: ["violations"],
    ...(only ? { runOnly: only } : {}),
  });
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
  );
}

function showTheme(theme: string): void {
  document.documentElement.dataset.theme = theme;
}

async function reduceMotion(value: "reduce" | "no-preference"): Promise<void> {
  const features = [{ name: "prefers-reduced-motion", value }];
  await cdp().send("Emulation.setEmulatedMedia", { features });
}

function must(selector: string): Element {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`${selector} is not on the screen`);
  return element;
}

async function appears(selector: string): Promise<void> {
  await expect.poll(() => document.querySelector(selector), { timeout: 5000 }).not.toBeNull();
}
