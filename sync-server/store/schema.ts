import type { Generated } from "kysely";
import type { AreaLevel } from "../../shared/area.ts";
import type { BudgetSource, Spender } from "../../shared/budget-source.ts";
import type { KeptAnswer } from "../../shared/kept.ts";
import type { FeedType } from "../../shared/pull.ts";
import type { Receipt } from "../../shared/push.ts";
import type { Role } from "../../shared/role.ts";
import type { ReviewState, SubmissionKind } from "../../shared/submission.ts";

/** Truth values are 0 and 1, JSON is text: what SQLite can hold. See migrations/ for the meaning. */
export type Flag = 0 | 1;

export type Schema = {
  installation: InstallationRow;
  org_units: { code: string; name: string };
  people: PersonRow;
  devices: DeviceRow;
  device_people: { device_id: string; person_id: string; signed_in_at: string };
  sessions: SessionRow;
  device_credentials: DeviceCredentialRow;
  fiscal_years: { fiscal_year: number; open: Flag };
  projects: ProjectRow;
  assignments: AssignmentRow;
  areas: { code: string; level: AreaLevel; name: string; parent_code: string | null };
  budget_figures: BudgetFigureRow;
  submissions: SubmissionRow;
  reviews: ReviewRow;
  versions: VersionRow;
  kept_mutations: KeptMutationRow;
  kept_answers: {
    hash: string;
    mutation_id: string;
    state: KeptAnswer["state"] | "attempt";
    note: string;
    by_id: string;
    at: string;
  };
  changes: { seq: number; scope: string; type: FeedType; id: string; removed: Flag };
  announced_files: AnnouncedFileRow;
  files: { sha256: string; size_bytes: number; media_type: string; stored_at: string };
  file_arrivals: { submission_id: string; sha256: string; arrived_at: string };
  kept_aside_files: {
    submission_id: string;
    sha256: string;
    announced_type: string;
    found_type: string | null;
    kept_at: string;
  };
  rescue_keys: { number: Generated<number>; id: string; private_key: string; made_at: string };
  rescued_drafts: {
    id: string;
    author_id: string;
    vouched: Flag;
    draft: string;
    rescued_at: string;
    taken_at: string | null;
  };
};

export type InstallationRow = {
  id: 1;
  epoch: string;
  demo: Flag;
  head_seq: number;
  backed_up_seq: number;
  token_key: string;
  opened_at: string;
};

export type PersonRow = {
  id: string;
  username: string;
  username_key: string;
  password_hash: string;
  display_name: string;
  role: Role;
  user_type: string | null;
  position_title: string;
  org_unit_code: string;
  affiliation: string;
  phone: string;
  email: string;
  registered_on: string;
  suspended_at: string | null;
};

export type DeviceRow = {
  id: string;
  first_seen_at: string;
  revoked_at: string | null;
  copied_at: string | null;
  copied_from: string | null;
};

export type SessionRow = {
  token_hash: string;
  person_id: string;
  device_id: string;
  renewed_at: string;
  expires_at: string;
};

export type DeviceCredentialRow = {
  secret_hash: string;
  device_id: string;
  generation: number;
  rotated_at: string;
  expires_at: string;
};

export type ProjectRow = {
  id: string;
  code: string;
  fiscal_year: number;
  path: string;
  budget_source: BudgetSource;
  area_level: AreaLevel;
  needs_area_data: Flag;
  steps: string;
};

export type AssignmentRow = {
  id: string;
  project_id: string;
  fiscal_year: number;
  district_code: string;
  report_id: string;
  outputs: string;
  allotment_satang: number;
  planned_area_count: number;
  due_on: string | null;
  sort_key: number;
  open: Flag;
};

export type BudgetFigureRow = {
  fiscal_year: number;
  budget_source: BudgetSource;
  spender: Spender;
  budget_satang: number;
  planned_satang: number;
  disbursed_satang: number;
  as_of: string;
};

export type SubmissionRow = {
  number: number;
  id: string;
  kind: SubmissionKind;
  assignment_id: string;
  version: number;
  change_seq: number;
  review_id: number | null;
};

export type ReviewRow = {
  id: Generated<number>;
  submission_number: number;
  version: number;
  state: ReviewState;
  reviewed_at: string;
  reviewer_id: string;
  comments: string;
};

export type VersionRow = {
  seq: number;
  submission_number: number;
  version: number;
  mutation_id: string;
  hash: string;
  author_id: string;
  device_id: string | null;
  base_version: number;
  base_mutation_id: string | null;
  made_at: string;
  received_at: string;
  body: string;
  attachments: string;
  missing_files: string;
  /** Set where it was merged: what the mutation said itself. */
  said: string | null;
  payload: string | null;
};

export type KeptMutationRow = {
  number: Generated<number>;
  mutation_id: string;
  hash: string;
  /** The first of its id; a later one with another hash is kept beside it. */
  owns_id: Flag;
  submission_id: string;
  author_id: string;
  device_id: string | null;
  /** Whether who carried it could speak for its author. */
  vouched: Flag;
  outcome: Receipt["outcome"];
  base_version: number;
  base_mutation_id: string | null;
  receipt: string;
  /** As it came. */
  payload: string;
};

export type AnnouncedFileRow = {
  submission_id: string;
  sha256: string;
  size_bytes: number;
  media_type: string;
  name: string;
};
