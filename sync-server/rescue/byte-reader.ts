/** Takes a stream of pieces of any size apart in sizes that are asked for. */
export type ByteReader = {
  /** The next bytes: as many as asked for, fewer only where the stream ends. */
  take(length: number): Promise<Buffer>;
};

export function createByteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const pieces = source[Symbol.asyncIterator]();
  let waiting: Uint8Array[] = [];
  let size = 0;
  return {
    take: async (length) => {
      while (size < length) {
        const next = await pieces.next();
        if (next.done) break;
        waiting.push(next.value);
        size += next.value.byteLength;
      }
      const all = Buffer.concat(waiting, size);
      const taken = all.subarray(0, length);
      const rest = all.subarray(taken.length);
      waiting = [rest];
      size = rest.length;
      return taken;
    },
  };
}
