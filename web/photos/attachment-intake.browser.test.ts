import { afterAll, describe, expect, test } from "vitest";
import { Attachment, MAX_FILE_BYTES } from "../../shared/attachment.ts";
import { must } from "../../shared/invariant.ts";
import { trustedScriptUrl } from "../trusted-types.ts";
import { intakeAttachment, type PreparedAttachment } from "./attachment-intake.ts";
import { createPhotoWorker } from "./photo-worker.ts";
import { aNoisyPicture, aPicture, inventory, withExif } from "./test-photos.ts";

const photos = createPhotoWorker({ trustScriptUrl: trustedScriptUrl });
afterAll(() => photos.terminate());

const MODIFIED = Date.UTC(2026, 10, 23, 2, 0, 0);

function aFile(parts: BlobPart[], name: string): File {
  return new File(parts, name, { lastModified: MODIFIED });
}

async function take(file: File): Promise<PreparedAttachment> {
  const taken = await intakeAttachment(file, photos);
  return must(taken.ok ? taken.value : undefined, `an attachment, not ${JSON.stringify(taken)}`);
}

async function refusal(file: File): Promise<string | undefined> {
  const taken = await intakeAttachment(file, photos);
  return taken.ok ? undefined : taken.error.kind;
}

/** A file of exactly `size` bytes that begins like a PDF. */
function aPdf(size: number): File {
  return aFile(["%PDF-1.7\n", new Uint8Array(size - 9)], "ผลการดำเนินงาน.pdf");
}

function utf16(text: string): string {
  return `${text.split("").join("\0")}\0\0\0`;
}

/** Bytes given as one character each. */
function raw(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const PACKAGE = "PK\x03\x04 [Content_Types].xml ";

describe("[R28] what may be attached", () => {
  const GENUINE: Record<string, [string, string]> = {
    "a.pdf": ["%PDF-1.4", "application/pdf"],
    "a.doc": [OLE + utf16("WordDocument"), "application/msword"],
    "a.xls": [OLE + utf16("Workbook"), "application/vnd.ms-excel"],
    "a.ppt": [OLE + utf16("PowerPoint Document"), "application/vnd.ms-powerpoint"],
    "a.docx": [`${PACKAGE}word/document.xml`, "wordprocessingml.document"],
    "A.XLSX": [`${PACKAGE}xl/workbook.xml`, "spreadsheetml.sheet"],
    "a.pptx": [`${PACKAGE}ppt/presentation.xml`, "presentationml.presentation"],
  };
  for (const [name, [content, mediaType]] of Object.entries(GENUINE)) {
    test(`${name} is a document, byte for byte`, async () => {
      const file = aFile([raw(content)], name);
      const document = await take(file);
      expect(document.kind).toBe("document");
      expect(document.mediaType).toContain(mediaType);
      expect(new Uint8Array(document.bytes)).toEqual(raw(content));
    });
  }

  test("a program renamed to a photo or a document is seen through", async () => {
    const program = raw("MZ\x90\0\x03 This program cannot be run in DOS mode");
    const names = ["a.jpg", "a.png", "a.heic", "a.pdf", "a.doc", "a.xlsx"];
    const refusals = await Promise.all(names.map((name) => refusal(aFile([program], name))));
    expect(refusals).toEqual(names.map(() => "disguised"));
  });

  test("an archive and an installer are no office files, whatever they are called", async () => {
    expect(await refusal(aFile([raw("PK\x03\x04 photos/1.jpg")], "a.docx"))).toBe("disguised");
    expect(await refusal(aFile([raw(OLE + utf16("Property"))], "a.doc"))).toBe("disguised");
    expect(await refusal(aFile([raw(`${PACKAGE}xl/workbook.xml`)], "a.docx"))).toBe("disguised");
  });

  test("other types are not allowed", async () => {
    expect(await refusal(aFile(["<svg/>"], "a.svg"))).toBe("not-allowed");
    expect(await refusal(aFile(["<script>"], "a.html"))).toBe("not-allowed");
    expect(await refusal(aFile(["PK\x03\x04"], "a.zip"))).toBe("not-allowed");
    expect(await refusal(aFile(["text"], "no extension"))).toBe("not-allowed");
  });

  test("a photo is known by its content, whatever it is called", async () => {
    const jpeg = await aPicture({ width: 80, height: 60 });
    expect(await take(aFile([jpeg], "scan.pdf"))).toMatchObject({
      kind: "photo",
      name: "scan.jpg",
    });
  });
});

describe("[R29] size", () => {
  test("a document of 2,097,152 bytes is taken, of 2,097,153 refused, of 0 too", async () => {
    expect(MAX_FILE_BYTES).toBe(2_097_152);
    expect((await take(aPdf(2_097_152))).sizeBytes).toBe(2_097_152);
    expect(await refusal(aPdf(2_097_153))).toBe("too-large");
    expect(await refusal(aFile([], "a.pdf"))).toBe("empty");
    expect(await refusal(aFile([], "a.jpg"))).toBe("empty");
  });

  test("[R31] a photo over 2 MB is shrunk, not refused", async () => {
    const file = aFile([await aNoisyPicture({ width: 2400, height: 1800, quality: 0.8 })], "a.jpg");
    expect(file.size).toBeGreaterThan(MAX_FILE_BYTES);
    const photo = await take(file);
    expect(photo).toMatchObject({ kind: "photo", width: 1600, height: 1200 });
    expect(photo.sizeBytes).toBeLessThanOrEqual(MAX_FILE_BYTES);
  });
});

describe("a photo", () => {
  test("comes with everything the report and its tile need", async () => {
    const jpeg = await withExif(await aPicture({ width: 2000, height: 1500 }), {
      takenAt: "2026:11:23 06:30:00",
    });
    const photo = must(await take(new File([jpeg], "ประชุมหมู่ที่ ๓.JPG")), "a photo");
    const { sha256, sizeBytes, mediaType, name } = photo;
    const takenAt = photo.kind === "photo" ? photo.takenAt : "";
    expect(Attachment.parse({ sha256, sizeBytes, mediaType, name, takenAt })).toEqual({
      sha256: hex(await crypto.subtle.digest("SHA-256", photo.bytes)),
      sizeBytes: photo.bytes.byteLength,
      mediaType: "image/webp",
      name: "ประชุมหมู่ที่ ๓.webp",
      takenAt: "2026-11-22T23:30:00.000Z",
    });
    expect(photo).toMatchObject({ kind: "photo", width: 1600, height: 1200 });
  });

  test("without EXIF was taken when its file was last written", async () => {
    const file = aFile([await aPicture({ width: 80, height: 60, type: "image/png" })], "a.png");
    expect(await take(file)).toMatchObject({ takenAt: "2026-11-23T02:00:00.000Z" });
  });
});

describe("[F3] a photo that cannot be opened", () => {
  test("is kept as it is up to 2,097,152 bytes", async () => {
    const head = raw("\0\0\0\x18ftypheic\0\0\0\0mif1heic");
    const heic = (size: number) => aFile([head, new Uint8Array(size - head.length)], "IMG.HEIC");
    expect(await take(heic(2_097_152))).toMatchObject({
      kind: "original-photo",
      mediaType: "image/heic",
      name: "IMG.heic",
      sizeBytes: 2_097_152,
    });
    expect(await refusal(heic(2_097_153))).toBe("unshrinkable");
  });

  test("loses its metadata all the same, if it is a JPEG", async () => {
    const jpeg = await withExif(await aNoisyPicture({ width: 640, height: 480 }), {
      takenAt: "2026:11:23 06:30:00",
    });
    const half = await take(aFile([jpeg.slice(0, jpeg.size / 2)], "half.jpg"));
    expect(half).toMatchObject({
      kind: "original-photo",
      mediaType: "image/jpeg",
      takenAt: "2026-11-22T23:30:00.000Z",
    });
    expect(inventory(half.bytes)).not.toContain("ffe1");
    expect(inventory(half.bytes)).toContain("ffda");
  });

  test("loses its metadata as a PNG and as a WebP too", async () => {
    const secret = "Exif\0\0GPSLatitude";
    const heads = {
      "a.png":
        "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0CRC4\0\0\0\x11eXIf",
      "a.webp": "RIFF\x1e\0\0\0WEBPEXIF\x11\0\0\0",
    };
    for (const [name, head] of Object.entries(heads)) {
      const kept = await take(aFile([raw(`${head}${secret}\0\0\0\0`)], name));
      expect(kept).toMatchObject({ kind: "original-photo", name });
      expect(String.fromCharCode(...new Uint8Array(kept.bytes))).not.toContain("GPS");
    }
  });

  test("is refused in a format the server does not know either", async () => {
    expect(await refusal(aFile(["GIF89a"], "a.gif"))).toBe("undecodable");
  });
});

function hex(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
