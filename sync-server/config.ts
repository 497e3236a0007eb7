import * as z from "zod/mini";
import { must } from "../shared/invariant.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { timeOfDay } from "./backup/backup-schedule.ts";
import { isWithin } from "./backup/is-within.ts";
import type { NightlyBackup } from "./backup/nightly-backup.ts";

/** Long enough that guessing is hopeless; the one account made from the environment rules all others. */
const MIN_ADMIN_PASSWORD = 12;

const BACKUP_DEFAULTS = { at: "02:30", keep: "30" } as const;

const LogLevel = z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]);

/** Each variable with the sentence that says what it should be. */
const Environment = z.object({
  PORT: z._default(
    z.string().check(z.refine(isPort, "PORT must be a number from 1 to 65535.")),
    "8080",
  ),
  HOST: z._default(
    z.string().check(z.minLength(1, "HOST must be a name or address.")),
    "127.0.0.1",
  ),
  DATA_DIR: z._default(z.string().check(z.minLength(1, "DATA_DIR must be a folder.")), "./data"),
  DEMO: z.optional(z.enum(["on", "off"], "DEMO must be on or off.")),
  PUBLIC_ORIGIN: z.optional(
    z
      .string()
      .check(
        z.refine(
          isOrigin,
          "PUBLIC_ORIGIN must be scheme, host and port only, as in https://bpm.example.",
        ),
      ),
  ),
  LOG_LEVEL: z._default(
    z.enum(LogLevel.options, `LOG_LEVEL must be one of ${LogLevel.options.join(", ")}.`),
    "info",
  ),
  TRUST_PROXY: z._default(z.enum(["on", "off"], "TRUST_PROXY must be on or off."), "off"),
  BACKUP_DIR: z.optional(z.string().check(z.minLength(1, "BACKUP_DIR must be a folder."))),
  BACKUP_AT: z.optional(
    z.string().check(z.refine(isTimeOfDay, "BACKUP_AT must be a time in Thailand, as in 02:30.")),
  ),
  BACKUP_KEEP: z.optional(
    z.string().check(z.regex(/^[1-9]\d{0,3}$/, "BACKUP_KEEP must be a number from 1 to 9999.")),
  ),
  ADMIN_USERNAME: z.optional(
    z.string().check(z.minLength(1, "ADMIN_USERNAME must not be empty."), z.maxLength(100)),
  ),
  ADMIN_PASSWORD: z.optional(
    z
      .string()
      .check(
        z.minLength(
          MIN_ADMIN_PASSWORD,
          `ADMIN_PASSWORD must have at least ${MIN_ADMIN_PASSWORD} characters.`,
        ),
        z.maxLength(200, "ADMIN_PASSWORD must have at most 200 characters."),
      ),
  ),
});

export type Config = {
  port: number;
  /** 127.0.0.1 unless said otherwise: only a proxy, a container or a test network opens it wider. */
  host: string;
  dataDir: string;
  /** undefined: demo data when the data folder is empty, and otherwise whatever it was made with. */
  demo: boolean | undefined;
  publicOrigin: string;
  logLevel: z.infer<typeof LogLevel>;
  trustProxy: boolean;
  /** undefined: no backups by the server itself. */
  backup: NightlyBackup | undefined;
  admin: { username: string; password: string } | undefined;
};

/** Reads the environment; the error is one sentence per wrong value. */
export function readConfig(env: Record<string, string | undefined>): Result<Config, string[]> {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) return err(parsed.error.issues.map((issue) => issue.message));
  const { PORT, HOST, DATA_DIR, DEMO, PUBLIC_ORIGIN, LOG_LEVEL, TRUST_PROXY } = parsed.data;
  const { ADMIN_USERNAME: username, ADMIN_PASSWORD: password } = parsed.data;
  if ((username === undefined) !== (password === undefined)) {
    return err(["ADMIN_USERNAME and ADMIN_PASSWORD belong together: set both or neither."]);
  }
  const backup = readBackup(parsed.data);
  if (!backup.ok) return backup;
  return ok({
    port: Number(PORT),
    host: HOST,
    dataDir: DATA_DIR,
    demo: DEMO === undefined ? undefined : DEMO === "on",
    publicOrigin: PUBLIC_ORIGIN ?? `http://localhost:${PORT}`,
    logLevel: LOG_LEVEL,
    trustProxy: TRUST_PROXY === "on",
    backup: backup.value,
    admin: username !== undefined && password !== undefined ? { username, password } : undefined,
  });
}

function readBackup(env: z.infer<typeof Environment>): Result<NightlyBackup | undefined, string[]> {
  const { BACKUP_DIR: dir, BACKUP_AT, BACKUP_KEEP, DATA_DIR } = env;
  if (dir === undefined) {
    if (BACKUP_AT === undefined && BACKUP_KEEP === undefined) return ok(undefined);
    return err(["BACKUP_AT and BACKUP_KEEP say nothing without BACKUP_DIR: set it too."]);
  }
  if (isWithin(dir, DATA_DIR)) return err(["BACKUP_DIR must lie outside DATA_DIR."]);
  const { at, keep } = BACKUP_DEFAULTS;
  return ok({
    dir,
    at: must(timeOfDay(BACKUP_AT ?? at), "its form was checked"),
    keep: Number(BACKUP_KEEP ?? keep),
  });
}

function isTimeOfDay(text: string): boolean {
  return timeOfDay(text) !== undefined;
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}
