/**
 * The forms of this window with something that is in memory only, each with how to save it now. A
 * form adds itself while that is so: it holds up an app update, and is saved before this window
 * gives way to a newer version of the app.
 */
export type DirtyForms = Map<symbol, () => Promise<unknown>>;

/** Saves what can be saved; a form that fails holds up no other. */
export async function saveDirtyForms(forms: DirtyForms): Promise<void> {
  await Promise.allSettled(Array.from(forms.values(), (save) => save()));
}
