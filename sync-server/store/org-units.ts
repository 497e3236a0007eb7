import type { Db } from "./open.ts";

/** Adds offices, or renames those that are there. */
export async function putOrgUnits(
  tx: Db,
  units: readonly { code: string; name: string }[],
): Promise<void> {
  await tx
    .insertInto("org_units")
    .values([...units])
    .onConflict((conflict) =>
      conflict.column("code").doUpdateSet((eb) => ({ name: eb.ref("excluded.name") })),
    )
    .execute();
}
