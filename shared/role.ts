import * as z from "zod/mini";

/** System roles (domain 2.2). What each may do is decided by the functions below and nowhere else. */
export const Role = z.enum([
  "districtOfficer",
  "districtHead",
  "provincePlanner",
  "provinceHead",
  "studyCentreUser",
  "centralAdmin",
  "administrator",
]);
export type Role = z.infer<typeof Role>;

/** May author reports and area records (for their own district). */
export function mayReport(role: Role): boolean {
  return role === "districtOfficer" || role === "districtHead";
}

/** May confirm villages that districts added, in their own province. */
export function mayConfirmVillages(role: Role): boolean {
  return role === "provincePlanner" || role === "provinceHead";
}

/** May read the reports that districts sent in. Scope still limits whose. */
export function mayReadReceived(role: Role): boolean {
  return role === "provincePlanner" || role === "provinceHead" || role === "centralAdmin";
}

/** May return or endorse what the districts of their province sent in. */
export function mayReview(role: Role): boolean {
  return role === "provincePlanner" || role === "provinceHead";
}

/** May decide about work of the offices below that is held or waits. */
export function mayDecideKept(role: Role): boolean {
  return mayReadReceived(role) || role === "administrator";
}

/** May revoke the tablets of their offices, and admit them again. */
export function mayManageTablets(role: Role): boolean {
  return role === "administrator";
}
