import { type Kysely, sql } from "kysely";

const TABLES = [
  // One row: the life of this database, and the head of its change feed (D1).
  `create table installation (
    id integer primary key check (id = 1),
    epoch text not null,
    demo integer not null,
    head_seq integer not null,
    backed_up_seq integer not null,
    /* Signs the generations of device credentials; in every backup, so that tablets outlive a restore. */
    token_key text not null,
    opened_at text not null
  ) strict`,

  `create table org_units (
    code text primary key,
    name text not null
  ) strict, without rowid`,

  `create table people (
    id text primary key,
    username text not null,
    /* What sign-in compares: normalised and in small letters. */
    username_key text not null unique,
    password_hash text not null,
    display_name text not null,
    role text not null,
    user_type text,
    position_title text not null,
    org_unit_code text not null references org_units (code),
    affiliation text not null,
    phone text not null,
    email text not null,
    registered_on text not null,
    suspended_at text
  ) strict, without rowid`,

  `create table devices (
    id text primary key,
    first_seen_at text not null,
    revoked_at text,
    /* When somebody else was found to use its credential, and for that one: whose it had. */
    copied_at text,
    copied_from text references devices (id)
  ) strict, without rowid`,

  // Who has signed in on a tablet, and whose work it may therefore bring.
  `create table device_people (
    device_id text not null references devices (id),
    person_id text not null references people (id),
    signed_in_at text not null,
    primary key (device_id, person_id)
  ) strict, without rowid`,

  // A person's cookies, by the hash of their secret, and on which tablet they were given.
  `create table sessions (
    token_hash text primary key,
    person_id text not null references people (id),
    device_id text not null references devices (id),
    renewed_at text not null,
    expires_at text not null
  ) strict, without rowid`,
  "create index sessions_by_expiry on sessions (expires_at)",

  // A tablet's cookies: one secret, whose generation rises with every contact.
  `create table device_credentials (
    secret_hash text primary key,
    device_id text not null references devices (id),
    /* The newest that came from the tablet; it may use the next, which it was given, and this one. */
    generation integer not null,
    rotated_at text not null,
    expires_at text not null
  ) strict, without rowid`,
  "create index device_credentials_by_expiry on device_credentials (expires_at)",

  `create table fiscal_years (
    fiscal_year integer primary key,
    open integer not null
  ) strict`,

  `create table projects (
    id text primary key,
    code text not null,
    fiscal_year integer not null references fiscal_years (fiscal_year),
    path text not null,
    budget_source text not null,
    area_level text not null,
    needs_area_data integer not null,
    steps text not null
  ) strict, without rowid`,

  `create table assignments (
    id text primary key,
    project_id text not null references projects (id),
    fiscal_year integer not null references fiscal_years (fiscal_year),
    district_code text not null references org_units (code),
    report_id text not null unique,
    outputs text not null,
    allotment_satang integer not null,
    planned_area_count integer not null,
    due_on text,
    sort_key integer not null,
    open integer not null
  ) strict, without rowid`,

  `create table areas (
    code text primary key,
    level text not null,
    name text not null,
    parent_code text
  ) strict, without rowid`,

  `create table budget_figures (
    fiscal_year integer not null references fiscal_years (fiscal_year),
    budget_source text not null,
    spender text not null,
    budget_satang integer not null,
    planned_satang integer not null,
    disbursed_satang integer not null,
    as_of text not null,
    primary key (fiscal_year, budget_source, spender)
  ) strict, without rowid`,

  // Ids are random, and every tree of random keys costs a page per row at each commit. So a submission
  // has a number beside its id, the seq of whatever first announced it: its assignment, where it is a
  // report, and its first version, where it is an area record. What belongs together is neighbours then.
  `create table submissions (
    number integer primary key,
    id text not null unique,
    kind text not null,
    assignment_id text not null references assignments (id),
    /* 0 until something is stored: a report has its row from the day it is assigned. */
    version integer not null,
    /* Its live row in the feed; 0 while it has none. */
    change_seq integer not null,
    /* The province's last word on this version; none yet: received. */
    review_id integer references reviews (id)
  ) strict`,

  // Everything the province ever said about a version.
  `create table reviews (
    id integer primary key,
    submission_number integer not null references submissions (number),
    version integer not null,
    state text not null,
    reviewed_at text not null,
    reviewer_id text not null references people (id),
    comments text not null
  ) strict`,
  "create index reviews_by_submission on reviews (submission_number)",

  // Every version ever stored; the newest is the submission's content. Each is what became of one
  // mutation, and holds all that this mutation's receipt says, for ever (R1).
  `create table versions (
    seq integer primary key,
    submission_number integer not null references submissions (number),
    version integer not null,
    mutation_id text not null unique,
    hash text not null,
    author_id text not null references people (id),
    /* The tablet whose credential carried it, when one did. */
    device_id text,
    /* What it was merged against: a version, or what an applied mutation said. */
    base_version integer not null,
    base_mutation_id text,
    made_at text not null,
    received_at text not null,
    body text not null,
    attachments text not null,
    missing_files text not null,
    /* Where others' changes were merged in: what the mutation said itself. */
    said text,
    /* The mutation as it came, where the version does not say exactly the same. */
    payload text,
    unique (submission_number, version)
  ) strict`,

  // Mutations that became no version: in conflict, held or waiting. Rows of one id differ in hash:
  // the first owns it, here or as a version, the rest are id-reused.
  `create table kept_mutations (
    number integer primary key,
    mutation_id text not null,
    hash text not null,
    owns_id integer not null,
    submission_id text not null,
    author_id text not null,
    device_id text,
    vouched integer not null,
    outcome text not null,
    base_version integer not null,
    base_mutation_id text,
    receipt text not null,
    payload text not null
  ) strict`,
  "create unique index kept_mutations_by_id on kept_mutations (mutation_id) where owns_id = 1",
  "create unique index kept_mutations_reused on kept_mutations (mutation_id, hash) where owns_id = 0",
  `create index kept_mutations_waiting on kept_mutations (submission_id)
    where outcome = 'waiting'`,

  // What a person decided about a kept mutation; the first word counts. An attempt is a copy of one
  // that was released in vain: it stays, and the one it was made from goes on waiting.
  `create table kept_answers (
    hash text primary key,
    mutation_id text not null,
    state text not null,
    note text not null,
    by_id text not null references people (id),
    at text not null
  ) strict, without rowid`,
  "create index kept_answers_by_mutation on kept_answers (mutation_id)",

  // The compacted feed: the newest change of everything, per office that may see it. The live row
  // of a submission is found through the submission, everything else by name.
  `create table changes (
    seq integer primary key,
    scope text not null,
    type text not null,
    id text not null,
    removed integer not null
  ) strict`,
  `create unique index changes_by_thing on changes (scope, type, id)
    where type <> 'submission' or removed = 1`,

  // What mutations said would come: an upload of anything else is refused.
  `create table announced_files (
    submission_id text not null,
    sha256 text not null,
    size_bytes integer not null,
    media_type text not null,
    name text not null,
    primary key (submission_id, sha256, size_bytes)
  ) strict, without rowid`,

  `create table files (
    sha256 text primary key,
    size_bytes integer not null,
    media_type text not null,
    stored_at text not null
  ) strict, without rowid`,

  `create table file_arrivals (
    submission_id text not null,
    sha256 text not null references files (sha256),
    arrived_at text not null,
    primary key (submission_id, sha256)
  ) strict, without rowid`,

  // Bytes that are not what they said they are: kept, never served (F3).
  `create table kept_aside_files (
    submission_id text not null,
    sha256 text not null,
    announced_type text not null,
    found_type text,
    kept_at text not null,
    primary key (submission_id, sha256)
  ) strict, without rowid`,

  // What tablets seal their rescue files to (O13). Here and not in a file of its own, so that every
  // backup of the database has it: without it the rescue files of all tablets are noise.
  `create table rescue_keys (
    number integer primary key,
    id text not null unique,
    private_key text not null,
    made_at text not null
  ) strict`,

  // Drafts out of rescue files, by the hash of what they say: importing one again adds nothing.
  `create table rescued_drafts (
    id text primary key,
    author_id text not null,
    /* Whether it came from a tablet of its author's; only then it is offered to them. */
    vouched integer not null,
    draft text not null,
    rescued_at text not null,
    /* When its author went on with it on another tablet. */
    taken_at text
  ) strict, without rowid`,
  "create index rescued_drafts_by_author on rescued_drafts (author_id)",
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) await sql.raw(table).execute(db);
}
