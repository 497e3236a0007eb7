import type { status as thai } from "../th/status.ts";

export const status: typeof thai = {
  "not-reported": "Not reported",
  draft: "Draft",
  queued: "Waiting to send",
  sending: "Sending",
  "photos-pending": "Photos to come",
  received: "At the province",
  returned: "Sent back",
  conflict: "Conflict",
  "needs-care": "Needs care",
  endorsed: "Endorsed",
};
