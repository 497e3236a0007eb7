import { createHash, randomUUID } from "node:crypto";
import { type APIRequestContext, request } from "@playwright/test";
import type { Assignment } from "../../shared/assignment.ts";
import type { Attachment } from "../../shared/attachment.ts";
import { must } from "../../shared/invariant.ts";
import { Session } from "../../shared/person.ts";
import { PROTOCOL_VERSION } from "../../shared/protocol-version.ts";
import { type KnownPut, PullReply, readPut } from "../../shared/pull.ts";
import { hashedText, type Mutation, PushReply } from "../../shared/push.ts";
import type { ReportBody } from "../../shared/report.ts";
import type { DemoAccount, TestServer } from "./server.ts";

/** A district's tablet without a screen: it speaks to the server as the app does. */
export type DistrictTablet = {
  /** One of its assignments that nobody reported on. */
  unreported: Assignment;
  /** Sends the text of a report; its files follow on their own. */
  push: (body: ReportBody, attachments: Attachment[]) => Promise<void>;
  upload: (attachment: Attachment, bytes: Buffer) => Promise<void>;
  close: () => Promise<void>;
};

export async function connectTablet(
  server: TestServer,
  { username, password }: DemoAccount,
): Promise<DistrictTablet> {
  const api = await request.newContext({
    baseURL: server.origin,
    extraHTTPHeaders: { Origin: server.origin },
  });
  const deviceId = randomUUID();
  const signedIn = await api.post("/api/auth/sign-in", { data: { username, password, deviceId } });
  const authorId = Session.parse(await signedIn.json()).person.id;
  const { epoch, puts } = await pullAll(api);
  const begun = new Set(puts.flatMap((put) => (put.type === "submission" ? [put.id] : [])));
  const unreported = must(
    puts
      .flatMap((put) => (put.type === "assignment" ? [put.row] : []))
      .find(({ reportId }) => !begun.has(reportId)),
    "the demo leaves this district something to report",
  );

  return {
    unreported,
    async push(body, attachments) {
      const mutation: Omit<Mutation, "hash"> = {
        mutationId: randomUUID(),
        kind: "report",
        submissionId: unreported.reportId,
        assignmentId: unreported.id,
        baseVersion: 0,
        body,
        attachments,
        authorId,
        madeAt: new Date().toISOString(),
      };
      const hash = sha256(hashedText(mutation));
      const mutations = [{ ...mutation, hash }];
      const pushed = await api.post("/api/sync/push", {
        data: { protocolVersion: PROTOCOL_VERSION, deviceId, epochSeen: epoch, mutations },
      });
      const { receipts } = PushReply.parse(await pushed.json());
      if (receipts[0]?.outcome !== "accepted") throw new Error(JSON.stringify(receipts));
    },
    async upload(attachment, bytes) {
      const metadata = {
        sha256: attachment.sha256,
        filename: attachment.name,
        filetype: attachment.mediaType,
        submission: unreported.reportId,
      };
      const created = await api.post("/api/files", {
        headers: {
          "Tus-Resumable": "1.0.0",
          "Upload-Length": String(bytes.length),
          "Upload-Metadata": Object.entries(metadata)
            .map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`)
            .join(","),
          "Content-Type": "application/offset+octet-stream",
        },
        data: bytes,
      });
      if (created.status() !== 201) throw new Error(`${created.status()} ${await created.text()}`);
    },
    close: () => api.dispose(),
  };
}

/** The attachment that a report names these bytes by. */
export function attachmentOf(bytes: Buffer, fields: Pick<Attachment, "name" | "mediaType">) {
  return { ...fields, sha256: sha256(bytes), sizeBytes: bytes.length };
}

async function pullAll(api: APIRequestContext) {
  const puts: KnownPut[] = [];
  let page: PullReply | undefined;
  do {
    const query = new URLSearchParams({ limit: "500", protocolVersion: String(PROTOCOL_VERSION) });
    if (page) query.set("cursor", page.cursor);
    page = PullReply.parse(await (await api.get(`/api/sync/pull?${query}`)).json());
    for (const raw of page.puts) {
      const put = readPut(raw);
      if (put.ok) puts.push(put.value);
    }
  } while (page.more);
  return { epoch: page.epoch, puts };
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
