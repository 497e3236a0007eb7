import { randomInt } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod/mini";
import { bangkokDate, type FiscalYear, fiscalYearOf } from "../../shared/fiscal-year.ts";
import { must } from "../../shared/invariant.ts";
import { usernameKeyOf } from "../accounts/accounts.ts";
import type { Passwords } from "../accounts/passwords.ts";
import { FILES_PATH } from "../app.ts";
import { openFiles } from "../files/open-files.ts";
import { putAreas } from "../store/areas.ts";
import { addProjects, assign } from "../store/assignments.ts";
import { putBudgetFigures } from "../store/budget-figures.ts";
import { putFiscalYears } from "../store/fiscal-years.ts";
import type { Db, Store } from "../store/open.ts";
import { putOrgUnits } from "../store/org-units.ts";
import { addPeople, hasPeople } from "../store/people.ts";
import { addReview } from "../store/reviews.ts";
import { applyBatch } from "../sync/apply-batch.ts";
import { demoAreas } from "./demo/areas.ts";
import { demoAssignments, demoProjects } from "./demo/assignments.ts";
import { demoBudget } from "./demo/budget.ts";
import { storyCorrection } from "./demo/correction.ts";
import { idOf } from "./demo/ids.ts";
import { demoOrgUnits, demoPeople, PROVINCE_PLANNER } from "./demo/people.ts";
import { deliverPhotos, demoPhotos } from "./demo/photos.ts";
import {
  type StoryPush,
  type StoryReview,
  storyConflict,
  storyPushes,
  storyReviews,
} from "./demo/story.ts";

const DemoAccount = z.object({
  username: z.string(),
  password: z.string(),
  role: z.string(),
  office: z.string(),
});
export type DemoAccount = z.infer<typeof DemoAccount>;

const ACCOUNTS_FILE = "demo-accounts.json";
const OWNER_ONLY = 0o600;
const FISCAL_YEARS = 8;

/**
 * Fills an empty store with the demo: one province, its people, their projects, and the story so
 * far, told through real pushes. Safe to repeat: a store with people in it is left alone.
 *
 * @returns the accounts, with passwords made for this data folder alone
 */
export async function seedDemo(deps: {
  store: Store;
  passwords: Passwords;
  dataDir: string;
  now: Date;
}): Promise<DemoAccount[]> {
  const { store, passwords, dataDir, now } = deps;
  if (await hasPeople(store.reader)) return readAccounts(dataDir);
  const accounts = newAccounts();
  await writeFile(path.join(dataDir, ACCOUNTS_FILE), `${JSON.stringify(accounts, null, 2)}\n`, {
    mode: OWNER_ONLY,
  });
  const hashes = await Promise.all(accounts.map(({ password }) => passwords.hash(password)));
  const today = bangkokDate(now);
  const fiscalYear = fiscalYearOf(today);
  const assignments = demoAssignments(fiscalYear, today);

  await store.writer.transaction().execute(async (tx) => {
    await putOrgUnits(tx, demoOrgUnits());
    await addPeople(tx, personRows(hashes));
    await putFiscalYears(tx, fiscalYears(fiscalYear));
    await putAreas(tx, demoAreas());
    await putBudgetFigures(tx, demoBudget(fiscalYear, now.toISOString()));
    await addProjects(
      tx,
      demoProjects(fiscalYear).map((project) => ({ ...project, fiscalYear })),
    );
    await assign(tx, assignments);
  });

  const photos = demoPhotos();
  const stage = { today, photos, idOfPerson };
  const pushes = [...storyPushes(assignments, stage), ...storyConflict(assignments, stage)];
  for (const push of pushes) await deposit(store.writer, push);
  const { publish } = openFiles({ store, dataDir, urlPath: FILES_PATH, now: () => now });
  await deliverPhotos(pushes, { photos, publish, dataDir });
  const correction = storyCorrection(assignments, pushes, stage);
  await say(store.writer, [correction.review]);
  await deposit(store.writer, correction.push);
  await say(store.writer, storyReviews(assignments, today));
  return accounts;
}

/** What the province said. */
async function say(db: Db, reviews: readonly StoryReview[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const review of reviews) {
      const comments = review.comments.map((comment) => ({
        ...comment,
        id: idOf("comment", review.submissionId, comment.field),
      }));
      await addReview(tx, { ...review, comments, reviewerId: idOfPerson(PROVINCE_PLANNER) });
    }
  });
}

async function deposit(db: Db, { author, receivedAt, mutations }: StoryPush): Promise<void> {
  const depositor = { personId: idOfPerson(author), deviceId: null };
  await applyBatch(db, [{ mutations, depositor }], receivedAt);
}

function idOfPerson(username: string): string {
  return idOf("person", username);
}

function newAccounts(): DemoAccount[] {
  const offices = new Map(demoOrgUnits().map(({ code, name }) => [code, name]));
  return demoPeople().map(({ username, role, orgUnitCode }) => ({
    username,
    password: newPassword(),
    role,
    office: offices.get(orgUnitCode) ?? "",
  }));
}

/** Letters and digits that cannot be mistaken for each other; made to be typed on a tablet. */
const LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join("");
  return [group(), group(), group()].join("-");
}

async function readAccounts(dataDir: string): Promise<DemoAccount[]> {
  const text = await readFile(path.join(dataDir, ACCOUNTS_FILE), "utf8").catch(() => "[]");
  return z.array(DemoAccount).parse(JSON.parse(text));
}

function personRows(passwordHashes: string[]) {
  return demoPeople().map((person, index) => ({
    id: idOfPerson(person.username),
    username: person.username,
    username_key: usernameKeyOf(person.username),
    password_hash: must(passwordHashes[index], "every account has a password"),
    display_name: person.displayName,
    role: person.role,
    user_type: person.userType,
    position_title: person.positionTitle,
    org_unit_code: person.orgUnitCode,
    affiliation: person.affiliation,
    // R14: a leading zero is part of the number; this range is assigned to nobody.
    phone: `0370000${String(index + 1).padStart(2, "0")}`,
    email: `${person.username}@bpm.example`,
    registered_on: "2020-10-01",
    suspended_at: null,
  }));
}

function fiscalYears(current: FiscalYear) {
  return Array.from({ length: FISCAL_YEARS }, (_, back) => ({
    fiscalYear: current - back,
    open: back === 0,
  }));
}
