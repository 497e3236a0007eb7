import type { Assignment } from "../../shared/assignment.ts";
import { PROTOCOL_VERSION } from "../../shared/protocol-version.ts";
import type { Mutation, PushRequest } from "../../shared/push.ts";
import { anAssignment } from "../../shared/test-builders.ts";
import { writeDeviceToken } from "../../sync-server/accounts/device-token.ts";
import { sealOf } from "../../sync-server/sync/seal.ts";
import { createRandom, type Random } from "./random.ts";
import { reportBody } from "./report-body.ts";

/** A tablet in a district office, its one officer, and what that officer reports on. */
/** What seeded tablets' credentials are signed with. */
export const TOKEN_KEY = "5".repeat(64);
const SECRET_LENGTH = 43;

export type Tablet = {
  deviceId: string;
  deviceToken: string;
  sessionToken: string;
  officerId: string;
  districtCode: string;
  assignments: Assignment[];
};

export const FISCAL_YEAR = 2567;
const PROJECTS = 100;
const DISTRICTS_PER_PROVINCE = 12;
const FIRST_PROVINCE = 10;

/** Tablets with work to send, `perDistrict` of them in one office; the same ones in every run. */
export function makeTablets(count: number, { perDistrict = 1, reports = 50 } = {}): Tablet[] {
  const random = createRandom(count);
  const projects = Array.from({ length: PROJECTS }, () => ({
    ...anAssignment().project,
    id: random.uuid(),
  }));
  return Array.from({ length: count }, (_, index) => {
    const districtCode = districtCodeOf(Math.floor(index / perDistrict));
    return {
      deviceId: random.uuid(),
      deviceToken: writeDeviceToken(TOKEN_KEY, {
        secret: random.uuid().padEnd(SECRET_LENGTH, "-"),
        generation: 1,
      }),
      sessionToken: random.uuid(),
      officerId: random.uuid(),
      districtCode,
      assignments: Array.from({ length: reports }, (_, at) =>
        anAssignment({
          id: random.uuid(),
          reportId: random.uuid(),
          project: random.pick(projects),
          fiscalYear: FISCAL_YEAR,
          districtCode,
          sortKey: at,
        }),
      ),
    };
  });
}

function districtCodeOf(index: number): string {
  const province = FIRST_PROVINCE + Math.floor(index / DISTRICTS_PER_PROVINCE);
  return `${province}${String((index % DISTRICTS_PER_PROVINCE) + 1).padStart(2, "0")}`;
}

/** The first reports of a tablet, on all its assignments, as one push would carry them. */
export function firstReports(tablet: Tablet, photosEach = 0): Mutation[] {
  const random = createRandom(Number.parseInt(tablet.deviceId.slice(0, 8), 16));
  return tablet.assignments.map((assignment, minute) => {
    const mutation = {
      mutationId: random.uuid(),
      kind: "report" as const,
      submissionId: assignment.reportId,
      assignmentId: assignment.id,
      baseVersion: 0,
      body: reportBody(random, assignment),
      attachments: Array.from({ length: photosEach }, () => photo(random)),
      authorId: tablet.officerId,
      madeAt: new Date(Date.UTC(2024, 2, 15, 2, minute, random.int(60))).toISOString(),
    };
    return { ...mutation, hash: sealOf(mutation) };
  });
}

export function pushRequest({ deviceId }: Tablet, mutations: Mutation[]): PushRequest {
  return { protocolVersion: PROTOCOL_VERSION, deviceId, epochSeen: null, mutations };
}

function photo(random: Random) {
  const hex = () => random.uuid().replaceAll("-", "");
  return {
    sha256: hex() + hex(),
    sizeBytes: 80_000 + random.int(120_000),
    mediaType: "image/webp",
    name: `IMG_20240315_${100_000 + random.int(80_000)}.webp`,
  };
}
