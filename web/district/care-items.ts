import type { Assignment } from "../../shared/assignment.ts";
import type { HeldReason } from "../../shared/push.ts";
import type { OutboxRow, PersonRow, SettledRow, UploadRow } from "../db/rows.ts";

/** Something that stands aside until a person looks at it. */
export type CareItem = {
  id: string;
  /** Set where it is somebody else's, who has to sign in to deal with it. */
  colleague: string | undefined;
} & (
  | { kind: "conflict"; assignment: Assignment }
  | { kind: "held"; assignment: Assignment; reason: HeldReason }
  | { kind: "not-taken"; assignment: Assignment }
  | { kind: "file"; assignment: Assignment | undefined; file: UploadRow }
);

type CareSources = {
  settled: readonly SettledRow[];
  outbox: readonly OutboxRow[];
  uploads: readonly UploadRow[];
  people: readonly PersonRow[];
  personId: string;
  assignmentOf: (submissionId: string) => Assignment | undefined;
};

/** Everything on this tablet that needs care, whoever's it is: none of it is ever hidden. */
export function careItems(sources: CareSources): CareItem[] {
  const { settled, outbox, uploads, people, personId, assignmentOf } = sources;
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  const colleague = (authorId: string) =>
    authorId === personId ? undefined : (names.get(authorId) ?? "");
  return [
    ...settled
      .filter(({ needsCare }) => needsCare === 1)
      .toSorted((a, b) => a.order - b.order)
      .map((row): CareItem => {
        const { mutationId: id, assignment, receipt } = row;
        const shown = { id, assignment, colleague: colleague(row.authorId) };
        return receipt.outcome === "held"
          ? { ...shown, kind: "held", reason: receipt.reason }
          : { ...shown, kind: "conflict" };
      }),
    ...outbox.flatMap((row): CareItem[] => {
      const { mutationId: id, assignment, problem } = row;
      // Nothing its author could do: it is tried again by itself, alone.
      return problem ? [{ id, assignment, kind: "not-taken", colleague: undefined }] : [];
    }),
    ...uploads.flatMap((file): CareItem[] => {
      if (file.state !== "refused") return [];
      const { submissionId, sha256, authorId } = file;
      const assignment = assignmentOf(submissionId);
      const id = `${submissionId}-${sha256}`;
      return [{ id, kind: "file", file, assignment, colleague: colleague(authorId) }];
    }),
  ];
}
