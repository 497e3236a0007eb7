import type { Instant } from "../../shared/scalars.ts";
import { bytes, dateTime, duration } from "../i18n/format.ts";
import { readyWords } from "../i18n/ready-words.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Assigned yesterday morning is old; assigned last night is not. */
const FRESH_MS = DAY_MS;
/** A few days in the villages. */
const SESSION_AT_LEAST_MS = 3 * DAY_MS;
/** Some hundred photos before and after shrinking, and the browser's own share of what is free. */
const ROOM_AT_LEAST_BYTES = 500 * 1024 * 1024;
/** Of a file's times and of what is late; nothing breaks by less. */
const CLOCK_OFF_MS = 2 * MINUTE_MS;

/** What was found out about this tablet; null where it could not be. */
export type ReadyFacts = {
  now: Instant;
  assignments: number;
  areas: number;
  /** When the mirror was brought up to date. */
  pulledAt: Instant | null;
  /** The app itself is on the tablet. */
  opensOffline: boolean;
  isNewest: boolean | null;
  persisted: boolean;
  freeBytes: number | null;
  /** null: the browser carries nobody's session, or a colleague's. */
  sessionUntil: Instant | null;
  photosWork: boolean;
  clockAheadMs: number | null;
  lastSyncAt: Instant | null;
  hasPin: boolean;
  isShared: boolean;
  /** Work and files that are damaged here, and files that the server refused. */
  aside: number;
};

export type ReadyState = "ready" | "to-do" | "unknown";
/** One thing that a day in the field needs: as it is, or what to do about it. */
export type ReadyLine = { state: ReadyState; words: string };

/** Whether this tablet has what a day without signal needs, one thing a line. */
export function readyLines(facts: ReadyFacts): ReadyLine[] {
  const words = readyWords();
  const { areas, opensOffline, persisted, photosWork } = facts;
  return [
    assignmentsLine(facts),
    line(areas > 0, words.areas(areas), words.areasNone),
    line(opensOffline, words.opensOffline, words.opensOnlineOnly),
    facts.isNewest === null
      ? unknown(words.newestUnknown)
      : line(facts.isNewest, words.newest, words.updateWaits),
    line(persisted, words.kept, words.mayGo),
    roomLine(facts),
    sessionLine(facts),
    line(photosWork, words.photos, words.photosFail),
    clockLine(facts),
    ...(facts.aside > 0 ? [toDo(words.aside)] : []),
    ...(facts.isShared ? [line(facts.hasPin, words.pin, words.pinMissing)] : []),
  ];
}

function assignmentsLine({ assignments, pulledAt, now }: ReadyFacts): ReadyLine {
  const words = readyWords();
  if (assignments === 0 || pulledAt === null) return toDo(words.assignmentsNone);
  const isFresh = Date.parse(now) - Date.parse(pulledAt) <= FRESH_MS;
  return line(isFresh, words.assignments(assignments), words.assignmentsOld(dateTime(pulledAt)));
}

function roomLine({ freeBytes }: ReadyFacts): ReadyLine {
  const words = readyWords();
  if (freeBytes === null) return unknown(words.roomUnknown);
  return line(
    freeBytes >= ROOM_AT_LEAST_BYTES,
    words.room(bytes(freeBytes)),
    words.roomLow(bytes(freeBytes), bytes(ROOM_AT_LEAST_BYTES)),
  );
}

function sessionLine({ sessionUntil, now }: ReadyFacts): ReadyLine {
  const words = readyWords();
  if (sessionUntil === null) return toDo(words.sessionNotOwn);
  const leftMs = Date.parse(sessionUntil) - Date.parse(now);
  return line(
    leftMs >= SESSION_AT_LEAST_MS,
    words.session(Math.floor(leftMs / DAY_MS)),
    words.sessionEnds,
  );
}

/** By the server's clock where they ever spoke; a clock that went back since shows by itself. */
function clockLine({ clockAheadMs, lastSyncAt, now }: ReadyFacts): ReadyLine {
  const words = readyWords();
  if (clockAheadMs === null) return unknown(words.clockUnknown);
  if (lastSyncAt !== null && Date.parse(now) < Date.parse(lastSyncAt)) return toDo(words.clockBack);
  const by = duration(Math.abs(clockAheadMs));
  return line(
    Math.abs(clockAheadMs) <= CLOCK_OFF_MS,
    words.clock,
    clockAheadMs > 0 ? words.clockFast(by) : words.clockSlow(by),
  );
}

function line(isReady: boolean, ready: string, otherwise: string): ReadyLine {
  return isReady ? { state: "ready", words: ready } : toDo(otherwise);
}

function toDo(words: string): ReadyLine {
  return { state: "to-do", words };
}

function unknown(words: string): ReadyLine {
  return { state: "unknown", words };
}
