import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { bangkokDate } from "../../shared/fiscal-year.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { hashToken, newToken } from "../accounts/credentials.ts";
import { noteSignIn } from "../store/devices.ts";
import { openStore, type Store } from "../store/open.ts";
import { putOrgUnits } from "../store/org-units.ts";
import { addPeople } from "../store/people.ts";
import { addSession } from "../store/sessions.ts";
import { DATABASE } from "./backup-manifest.ts";
import { type FoundBack, readEverything } from "./read-everything.ts";
import { restoreBackup } from "./restore-backup.ts";
import { startRestoredServer } from "./restored-server.ts";

const AN_HOUR_MS = 60 * 60_000;
const CENTRE = "";

export type DrillReport = FoundBack & { backup: string; madeAt: string };

/**
 * Proves a backup by living through its restore: into a folder of its own, the real server started
 * on it, and everything in it read through that server. Leaves nothing behind.
 */
export async function restoreDrill(deps: {
  source: string;
  port: number;
  now: Date;
}): Promise<Result<DrillReport, string>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "bpm-drill-"));
  try {
    const restored = await restoreBackup({ source: deps.source, dataDir, now: deps.now });
    if (!restored.ok) return restored;
    const { backup, manifest, epoch } = restored.value;
    const store = await openStore(path.join(dataDir, DATABASE), {
      demo: false,
      now: deps.now.toISOString(),
    });
    try {
      const sessionToken = await admitReader(store, deps.now);
      const server = await startRestoredServer({ dataDir, port: deps.port });
      if (!server.ok) return server;
      try {
        if (server.value.epoch !== epoch) return err("The restored server is not a new epoch.");
        const found = await readEverything({ ...server.value, sessionToken, store, dataDir });
        return found.ok ? ok({ ...found.value, backup, madeAt: manifest.madeAt }) : found;
      } finally {
        await server.value.stop();
      }
    } finally {
      await store.close();
    }
  } finally {
    await rm(dataDir, { recursive: true });
  }
}

/** Someone who may read all there is, in the copy only. @returns the secret of their session */
async function admitReader({ writer }: Store, now: Date): Promise<string> {
  const [id, token] = [randomUUID(), newToken()];
  await writer.transaction().execute(async (tx) => {
    const centre = await tx
      .selectFrom("org_units")
      .select("code")
      .where("code", "=", CENTRE)
      .executeTakeFirst();
    if (!centre) await putOrgUnits(tx, [{ code: CENTRE, name: "" }]);
    await addPeople(tx, [
      {
        id,
        username: id,
        username_key: id,
        password_hash: "",
        display_name: "",
        role: "centralAdmin",
        user_type: null,
        position_title: "",
        org_unit_code: CENTRE,
        affiliation: "",
        phone: "",
        email: "",
        registered_on: bangkokDate(now),
        suspended_at: null,
      },
    ]);
    await noteSignIn(tx, { deviceId: id, personId: id, at: now.toISOString() });
    await addSession(tx, {
      token_hash: hashToken(token),
      person_id: id,
      device_id: id,
      renewed_at: now.toISOString(),
      expires_at: new Date(now.getTime() + AN_HOUR_MS).toISOString(),
    });
  });
  return token;
}
