import type { SettingsRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { changeSettings, readSettings } from "./settings.ts";

/** The form a person has open, so that an app the system ended comes back to it. */
export type OpenForm = { personId: string; path: string };

export async function noteOpenForm(db: AppDb, openForm: OpenForm): Promise<void> {
  await changeSettings(db, { openForm });
}

/** The form was left on purpose; another one opened meanwhile stays noted. */
export async function forgetOpenForm(db: AppDb, path: string): Promise<void> {
  await db.transaction("rw", db.settings, async () => {
    const { openForm } = await readSettings(db);
    if (openForm?.path === path) await changeSettings(db, { openForm: null });
  });
}

/** Where the app should start, when it is started from its icon; undefined: at its home screen. */
export function formToReturnTo({ openForm, personId }: SettingsRow): string | undefined {
  return openForm && openForm.personId === personId ? openForm.path : undefined;
}
