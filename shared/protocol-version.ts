/**
 * Version of the wire (rule P1): rises whenever a schema of push, pull or receipts changes.
 * protocol-version.test.ts hashes those schemas, so that a change without a new version fails.
 */
export const PROTOCOL_VERSION = 1;

/** The oldest version whose reads are served; pushes of every version ever released are accepted. */
export const OLDEST_READABLE_PROTOCOL = 1;
