/** Who carries work to the server: the person of a session, the tablet of a device credential, or both. */
export type Depositor = { personId: string | null; deviceId: string | null };
