import * as z from "zod/mini";
import { OrgUnitCode } from "./org-unit.ts";
import { Role } from "./role.ts";
import { Instant, IsoDate, Sha256 } from "./scalars.ts";

/** A person as the profile box shows them (R12); phone is text, its leading zero kept (R14). */
export const Person = z.object({
  id: z.uuid(),
  username: z.string(),
  displayName: z.string(),
  role: Role,
  userType: z.nullable(z.string()),
  positionTitle: z.string(),
  orgUnitCode: OrgUnitCode,
  orgUnitName: z.string(),
  affiliation: z.string(),
  phone: z.string(),
  email: z.string(),
  registeredOn: IsoDate,
});
export type Person = z.infer<typeof Person>;

export const SignIn = z.strictObject({
  username: z.string().check(z.minLength(1), z.maxLength(100)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Chosen once by the tablet; names it in the device credential and in pushes. */
  deviceId: z.uuid(),
});
export type SignIn = z.infer<typeof SignIn>;

/** What seals this tablet's rescue files (O13), bytes as hexadecimal digits. */
export const RescueKey = z.object({
  keyId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  /** The server's public key: a point of P-256, uncompressed. */
  publicKey: z.string().check(z.regex(/^04[0-9a-f]{128}$/)),
  /** Proves to the server which tablet sealed a file; null where no tablet asks. */
  devicePass: z.nullable(Sha256),
});
export type RescueKey = z.infer<typeof RescueKey>;

/** Who is signed in, until when, whether this server shows demo data, and its key for rescue files. */
export const Session = z.object({
  person: Person,
  expiresAt: Instant,
  demo: z.boolean(),
  /** The tablet as the server knows it; another id than its own where it is a copy of another one. */
  deviceId: z.nullable(z.uuid()),
  rescue: RescueKey,
});
export type Session = z.infer<typeof Session>;
