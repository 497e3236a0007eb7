import type { MediaType } from "../../shared/attachment.ts";

/** A document type, and what its content must hold besides the signature of its container. */
type DocumentType = { mediaType: MediaType; isGenuine: (content: string) => boolean };

const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const ZIP = "PK\x03\x04";

/** How far into a file Acrobat looks for "%PDF-" (PDF 1.7, implementation note 13). */
const PDF_HEAD_BYTES = 1024;

const DOCUMENT_TYPES: Record<string, DocumentType> = {
  pdf: {
    mediaType: "application/pdf",
    isGenuine: (content) => content.slice(0, PDF_HEAD_BYTES).includes("%PDF-"),
  },
  doc: { mediaType: "application/msword", isGenuine: hasStream("WordDocument") },
  xls: { mediaType: "application/vnd.ms-excel", isGenuine: hasStream("Workbook", "Book") },
  ppt: {
    mediaType: "application/vnd.ms-powerpoint",
    isGenuine: hasStream("PowerPoint Document"),
  },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    isGenuine: hasPart("word/"),
  },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    isGenuine: hasPart("xl/"),
  },
  pptx: {
    mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    isGenuine: hasPart("ppt/"),
  },
};

export function isDocumentExtension(extension: string): boolean {
  return Object.hasOwn(DOCUMENT_TYPES, extension);
}

/**
 * The media type of a document whose content is what its extension says, else undefined: a program
 * or an archive under another name.
 */
export function documentMediaType(extension: string, bytes: ArrayBuffer): MediaType | undefined {
  const type = DOCUMENT_TYPES[extension];
  return type?.isGenuine(byteString(bytes)) ? type.mediaType : undefined;
}

/** Office 97 files are OLE containers, as installers are; the name of their stream tells them apart. */
function hasStream(...names: string[]): (content: string) => boolean {
  const stored = names.map((name) => Array.from(name, (letter) => `${letter}\0`).join(""));
  return (content) =>
    content.startsWith(OLE) && stored.some((name) => content.includes(`${name}\0\0`));
}

/** Office Open XML files are ZIP packages; part names stand uncompressed in them (ECMA-376-2). */
function hasPart(folder: string): (content: string) => boolean {
  return (content) =>
    content.startsWith(ZIP) && content.includes("[Content_Types].xml") && content.includes(folder);
}

/** One character per byte, so that bytes can be searched as text. Not a decoder's "latin1", which is windows-1252. */
function byteString(bytes: ArrayBuffer): string {
  const STEP = 8192;
  const all = new Uint8Array(bytes);
  let text = "";
  for (let at = 0; at < all.length; at += STEP) {
    text += String.fromCharCode(...all.subarray(at, at + STEP));
  }
  return text;
}
