import { expose, transfer } from "comlink";
import { type CompressOptions, createCompressor } from "./compress.ts";

const compressor = createCompressor();

const api = {
  /** As `compress` of compress.ts; the bytes are handed over, not copied. */
  async compress(file: Blob, options?: CompressOptions) {
    const result = await compressor(file, options);
    return result.ok ? transfer(result, [result.value.bytes]) : result;
  },
};

/** What the page may ask of this worker. */
export type PhotoWorkerApi = typeof api;

expose(api);
