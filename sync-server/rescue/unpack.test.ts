import { hash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type RecordKind, writeRecordHeader } from "../../shared/rescue-file.ts";
import type { RescueManifest } from "../../shared/rescue-manifest.ts";
import { anId } from "../../shared/test-builders.ts";
import { unpack } from "./unpack.ts";

const DAMAGED = { status: 400, body: { code: "rescue-damaged" } };
const PHOTO = Buffer.from("the bytes of a photo");

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "bpm-unpack-"));
});
afterEach(() => rm(folder, { recursive: true }));

function record(kind: RecordKind, content: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  return Buffer.concat([writeRecordHeader(kind, bytes.length), bytes]);
}

function aManifest(files: RescueManifest["files"] = []): RescueManifest {
  return {
    deviceId: anId(),
    devicePass: null,
    madeAt: "2024-03-15T09:30:00Z",
    appVersion: "1.0.0",
    databaseVersion: 10,
    epoch: null,
    mutations: [],
    drafts: [],
    pastedTexts: [],
    unread: [],
    files,
  };
}

const inPackage = {
  sha256: hash("sha256", PHOTO, "hex"),
  sizeBytes: PHOTO.length,
  submissionIds: [anId()],
};

/** Whatever pieces it comes in. */
function unpackPieces(contents: Buffer, pieceBytes = 7) {
  async function* pieces() {
    for (let at = 0; at < contents.length; at += pieceBytes) {
      yield contents.subarray(at, at + pieceBytes);
    }
  }
  return unpack(pieces(), folder);
}

test("[O14] files lie under the hash of their bytes, the manifest says what they are", async () => {
  const manifest = aManifest([inPackage]);
  const contents = Buffer.concat([record("file", PHOTO), record("manifest", manifest)]);
  const unpacked = await unpackPieces(contents);
  expect(unpacked.manifest).toEqual(manifest);
  expect(await readFile(unpacked.pathOf(inPackage.sha256))).toEqual(PHOTO);
  expect(await readdir(folder)).toEqual([inPackage.sha256]);
});

const whole = [record("file", PHOTO), record("manifest", aManifest([inPackage]))];

test.each([
  ["no manifest", [record("file", PHOTO)]],
  ["a file that the manifest names and that is not there", whole.slice(1)],
  [
    "a file of another length than the manifest says",
    [record("file", PHOTO), record("manifest", aManifest([{ ...inPackage, sizeBytes: 1 }]))],
  ],
  ["something after the manifest", [...whole, record("file", PHOTO)]],
  ["a manifest that is no JSON", [record("manifest", Buffer.from("{"))]],
  ["a manifest of another shape", [record("manifest", { files: [] })]],
  ["a record of an unknown kind", [Buffer.from([9, 0, 0, 0, 1, 0]), ...whole]],
  ["a file longer than a file may be", [Buffer.from([1, 255, 255, 255, 255]), ...whole]],
  ["a record that ends too early", [Buffer.concat(whole).subarray(0, -1)]],
  ["nothing", []],
])("[O14] refused whole: %s", async (_, records) => {
  await expect(unpackPieces(Buffer.concat(records))).rejects.toMatchObject(DAMAGED);
});
