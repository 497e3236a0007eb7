import { expect, test } from "vitest";
import { dropMetadata } from "./drop-metadata.ts";

type Chunk = [type: string, body: string];

const SECRET = "GPSLatitude 13.75";

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function textOf(bytes: ArrayBuffer): string {
  return String.fromCharCode(...new Uint8Array(bytes));
}

function uint32(value: number, littleEndian: boolean): string {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value, littleEndian);
  return textOf(view.buffer);
}

function aPng(chunks: Chunk[]): ArrayBuffer {
  const body = chunks.map(([type, data]) => `${uint32(data.length, false)}${type}${data}CRC4`);
  return bytesOf(`\x89PNG\r\n\x1a\n${body.join("")}`).buffer;
}

function aWebp(chunks: Chunk[]): ArrayBuffer {
  const body = chunks.map(([type, data]) => {
    return `${type}${uint32(data.length, true)}${data}${data.length % 2 ? "\0" : ""}`;
  });
  const text = `WEBP${body.join("")}`;
  return bytesOf(`RIFF${uint32(text.length, true)}${text}`).buffer;
}

const IHDR: Chunk = ["IHDR", "0123456789abc"];
const PRIVATE: Chunk[] = ["eXIf", "tEXt", "zTXt", "iTXt", "tIME", "prVt"].map((t) => [t, SECRET]);

test("a PNG keeps its picture and colours, and nothing else", () => {
  const colours: Chunk[] = [
    ["iCCP", "profile"],
    ["tRNS", "0"],
  ];
  const picture: Chunk[] = [IHDR, ...colours, ["IDAT", "pixels"], ["IDAT", "more"], ["IEND", ""]];
  const source = aPng([IHDR, ...PRIVATE, ...picture.slice(1), ["tEXt", SECRET]]);
  expect(dropMetadata(source, "png")).toEqual(aPng(picture));
});

test("a PNG cut within its picture, or within a text, keeps what there is of the picture", () => {
  const whole = aPng([IHDR, ["tEXt", SECRET], ["IDAT", "pixels"]]);
  expect(dropMetadata(whole.slice(0, -7), "png")).toEqual(
    aPng([IHDR, ["IDAT", "pixels"]]).slice(0, -7),
  );
  const inText = aPng([IHDR, ["tEXt", SECRET]]);
  expect(dropMetadata(inText.slice(0, -7), "png")).toEqual(aPng([IHDR]));
});

test("a WebP loses EXIF and XMP, and no longer says that it has them", () => {
  const flags = (bits: number) => `${String.fromCharCode(bits)}\0\0\0\x01\0\0\x01\0\0`;
  const source = aWebp([
    ["VP8X", flags(0b0010_1100)],
    ["ICCP", "odd"],
    ["VP8 ", "pixels"],
    ["EXIF", SECRET],
    ["XMP ", SECRET],
    ["what", SECRET],
  ]);
  const bare = aWebp([
    ["VP8X", flags(0b0010_0000)],
    ["ICCP", "odd"],
    ["VP8 ", "pixels"],
  ]);
  expect(dropMetadata(source, "webp")).toEqual(bare);
});

test("a head that says nothing sensible does not break it", () => {
  expect(textOf(dropMetadata(bytesOf("RIFF1234WEBP").buffer, "webp"))).toBe("RIFF\x04\0\0\0WEBP");
  const lies = bytesOf("\x89PNG\r\n\x1a\n\xff\xff\xff\xffIDATx").buffer;
  expect(dropMetadata(lies, "png")).toEqual(lies);
});

test("HEIC is left as it is", () => {
  const heic = bytesOf("\0\0\0\x18ftypheic").buffer;
  expect(dropMetadata(heic, "heic")).toBe(heic);
});
