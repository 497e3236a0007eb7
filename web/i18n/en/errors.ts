import type { errors as thai } from "../th/errors.ts";

export const errors: typeof thai = {
  unexpected: "Something went wrong. What you saved is safe; try opening the app again",
  unreachable: "The server cannot be reached. Try again when there is signal",
  codes: {
    malformed: "The server could not read this. Please update the app",
    "hash-mismatch": "Damaged on the way; the app sends it again by itself",
    "sign-in-required": "Please sign in again. Your work is safe on this tablet",
    "wrong-password": "Wrong user name or password",
    suspended: "This account is suspended. Ask the province; your work is safe on this tablet",
    "device-revoked":
      "This tablet may not be used any more. Ask the administrator. The work on it is all there.",
    "other-viewer": "Someone else signed in in another window. Please reload this page",
    forbidden: "This account may not do that",
    "foreign-origin": "The request came from another site and was refused",
    "not-found": "Not found, or no longer assigned to you",
    "method-not-allowed": "This version does not fit the server. Please update the app",
    "too-large": "Too large",
    "unsupported-media-type": "Files of this kind are not accepted",
    "protocol-too-old": "This version is too old. Please update; your work is safe on this tablet",
    "too-many-requests": "Too many attempts. Please wait a moment",
    busy: "The server is busy; the app tries again by itself",
    "file-hash-mismatch": "The file was damaged on the way; the app sends it again by itself",
    "file-type-mismatch": "The content of the file does not match its type",
    "file-not-announced": "The server does not know this file yet; the app sends the text first",
    internal: "The server failed; the app tries again by itself",
  },
  held: {
    "not-assigned": "The project is no longer assigned to this district",
    "project-closed": "The project is closed",
    locked: "The report is endorsed; the province must reopen it first",
    invalid: "Some fields did not pass the check",
    "unknown-author": "The province does not know the author",
    "id-reused": "The number of this item is already taken",
  },
};
