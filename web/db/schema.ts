import { Dexie, type Table } from "dexie";
import type {
  AreaRow,
  AssignmentRow,
  BudgetFigureRow,
  CursorRow,
  DraftRow,
  FileRow,
  FiscalYearRow,
  KeptAnswerRow,
  OutboxRow,
  PastedTextRow,
  PersonRow,
  PinRow,
  ReserveRow,
  SettingsRow,
  SettledRow,
  SubmissionRow,
  UnknownPutRow,
  UploadRow,
} from "./rows.ts";

/** Of this app's tables; rises with every `.version(n)` below. */
export const SCHEMA_VERSION = 1;

/**
 * The tablet's one database. Additive migrations only: a new version adds a `.version(n)` below and
 * never rewrites `drafts`, `pastedTexts`, `outbox`, `settled` or `files` in place (O9).
 */
export class AppDb extends Dexie {
  // What a person entered: never dropped, never re-attributed.
  declare readonly drafts: Table<DraftRow, [authorId: string, submissionId: string]>;
  declare readonly pastedTexts: Table<PastedTextRow, [authorId: string, assignmentId: string]>;
  declare readonly outbox: Table<OutboxRow, number, Omit<OutboxRow, "order"> & { order?: number }>;
  declare readonly settled: Table<SettledRow, string>;
  declare readonly files: Table<FileRow, string>;
  declare readonly uploads: Table<UploadRow, [submissionId: string, sha256: string]>;
  // What the server says a unit may see: can be pulled again.
  declare readonly assignments: Table<AssignmentRow, [unit: string, id: string]>;
  declare readonly submissions: Table<SubmissionRow, [unit: string, id: string]>;
  declare readonly areas: Table<AreaRow, [unit: string, id: string]>;
  declare readonly keptAnswers: Table<KeptAnswerRow, [unit: string, id: string]>;
  declare readonly budgetFigures: Table<BudgetFigureRow, [unit: string, id: string]>;
  declare readonly fiscalYears: Table<FiscalYearRow, [unit: string, id: string]>;
  declare readonly unknownPuts: Table<UnknownPutRow, [unit: string, type: string, id: string]>;
  declare readonly cursors: Table<CursorRow, string>;
  // The tablet itself.
  declare readonly people: Table<PersonRow, string>;
  declare readonly pins: Table<PinRow, string>;
  declare readonly settings: Table<SettingsRow, string>;
  declare readonly reserve: Table<ReserveRow, string>;

  /** A newer version of the app took the database over: nothing is written until the page reloads. */
  isOutdated = false;

  constructor(name: string) {
    // Chrome's default may lose a committed transaction in a power cut (O1). Without Dexie's cache,
    // which copies every row it answers live queries with: 2,000 of them are most of a list's time.
    super(name, { chromeTransactionDurability: "strict", cache: "disabled" });
    this.version(SCHEMA_VERSION).stores({
      // Saved at every pause in typing, when each further index costs; there are a few dozen at most.
      drafts: "[authorId+submissionId]",
      pastedTexts: "[authorId+assignmentId]",
      outbox: "++order, &mutationId, submissionId, assignmentId",
      settled: "mutationId, submissionId, needsCare",
      files: "sha256",
      uploads: "[submissionId+sha256], sha256, state",
      assignments: "[unit+id], id",
      submissions: "[unit+id], [unit+assignmentId], id",
      areas: "[unit+id], [unit+parentCode]",
      keptAnswers: "[unit+id], id",
      budgetFigures: "[unit+id], [unit+fiscalYear]",
      fiscalYears: "[unit+id]",
      unknownPuts: "[unit+type+id]",
      cursors: "unit",
      people: "id",
      pins: "personId",
      settings: "id",
      reserve: "id",
    });
  }

  /** The tables a `reset` empties for one unit, and storage pressure may. */
  get mirrorTables() {
    const { assignments, submissions, areas, budgetFigures, fiscalYears } = this;
    const { keptAnswers, unknownPuts } = this;
    return [
      ...([assignments, submissions, areas, budgetFigures, fiscalYears] as const),
      ...([keptAnswers, unknownPuts] as const),
    ] as const;
  }
}
