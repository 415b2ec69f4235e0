const BYTES = 32;

/** SHA-256 hashes by log position, 32 bytes each, so that a hundred thousand rows take some three megabytes. */
export function createHashList(): {
  set: (seq: number, hex: string) => void;
  /** lower-case hex; null where none was set */
  at: (seq: number) => string | null;
} {
  let bytes = Buffer.alloc(BYTES * 1024);
  const known: boolean[] = [];
  return {
    set(seq, hex) {
      const start = seq * BYTES;
      if (start + BYTES > bytes.length) {
        const longer = Buffer.alloc(Math.max(bytes.length * 2, start + BYTES));
        bytes.copy(longer);
        bytes = longer;
      }
      bytes.write(hex, start, 'hex');
      known[seq] = true;
    },
    at: (seq) => (known[seq] ? bytes.toString('hex', seq * BYTES, (seq + 1) * BYTES) : null),
  };
}
