import { expose, transfer } from "comlink";
import type { Result } from "../../shared/result.ts";
import { type CompressOptions, createCompressor } from "./compress.ts";
import type { QuarterTurns } from "./photo-paper.ts";
import type { PhotoError, PreparedPhoto } from "./prepared-photo.ts";
import { turnPhoto } from "./turn-photo.ts";

const compressor = createCompressor();

const api = {
  /** As `compress` of compress.ts; the bytes are handed over, not copied. */
  compress: async (file: Blob, options?: CompressOptions) =>
    handOver(await compressor(file, options)),
  turn: async (file: Blob, quarters: QuarterTurns) => handOver(await turnPhoto(file, quarters)),
};

/** What the page may ask of this worker. */
export type PhotoWorkerApi = typeof api;

expose(api);

function handOver(result: Result<PreparedPhoto, PhotoError>) {
  return result.ok ? transfer(result, [result.value.bytes]) : result;
}
