import { same } from "../../shared/same.ts";

/** What a form holds while it is filled in; the draft stores exactly this. */
export type DraftForm<B> = {
  body: B;
  /** Exactly what stands in a field that cannot be read yet ("12,00"), by field path. */
  typed: Record<string, string>;
  /** Where in the form the person is. */
  place: string;
};

/**
 * Puts what was changed from `base` to `mine` on top of `theirs`. Where both changed the same, mine
 * stays: it is on the screen of the person who is typing.
 */
export function rebase<B>(
  { base, mine, theirs }: { base: DraftForm<B>; mine: DraftForm<B>; theirs: DraftForm<B> },
  mergeBody: (sides: { base: B; mine: B; theirs: B }) => B,
): DraftForm<B> {
  const body = mergeBody({ base: base.body, mine: mine.body, theirs: theirs.body });
  return { body, typed: rebaseTyped(base.typed, mine.typed, theirs.typed), place: mine.place };
}

/** Notes what stands in an unreadable field, or with undefined that it can be read again. */
export function withTyped(
  typed: Record<string, string>,
  path: string,
  text: string | undefined,
): Record<string, string> {
  const { [path]: before, ...rest } = typed;
  if (before === text) return typed;
  return text === undefined ? rest : { ...rest, [path]: text };
}

function rebaseTyped(
  base: Record<string, string>,
  mine: Record<string, string>,
  theirs: Record<string, string>,
): Record<string, string> {
  const paths = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  let result: Record<string, string> = {};
  for (const path of paths) {
    const isMine = !same(mine[path] ?? null, base[path] ?? null);
    result = withTyped(result, path, isMine ? mine[path] : theirs[path]);
  }
  return result;
}
