/** A document that somebody imports: bytes of the file, what it holds unpacked, parts, and its text as HTML. */
export const LIMITS = {
  file: 20 * 1024 * 1024,
  unpacked: 60 * 1024 * 1024,
  parts: 2000,
  html: 5 * 1024 * 1024,
} as const;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end of a ZIP file stands within its last bytes, before a comment of this length at most (APPNOTE 4.3.16). */
const END_WITHIN = 22 + 0xffff;

/**
 * Why a ZIP file must not be unpacked, in words; null where it may be. What a file says of its own size is a claim:
 * each part is unpacked once, piece by piece, and counted, and the counting ends at the limit.
 */
export async function whyNotUnpacked(
  file: Uint8Array<ArrayBuffer>,
  limits: { file: number; unpacked: number; parts: number } = LIMITS,
): Promise<string | null> {
  if (file.byteLength > limits.file) return 'The file is too large.';
  const parts = partsOf(file);
  if (parts === null) return 'This is no DOCX file, or a damaged one.';
  if (parts.length > limits.parts) return 'The file has too many parts.';
  let unpacked = 0;
  for (const { method, bytes } of parts) {
    const size = method === 0 ? bytes.byteLength : await inflatedSize(bytes, limits.unpacked - unpacked);
    if (size === null) return 'This is no DOCX file, or a damaged one.';
    unpacked += size;
    if (unpacked > limits.unpacked) return 'The file unpacks to far more than a text needs.';
  }
  return null;
}

/** The names of the parts of a ZIP file; none of what is no such file. */
export const partNames = (file: Uint8Array<ArrayBuffer>): string[] => partsOf(file)?.map(({ name }) => name) ?? [];

interface PackedPart {
  name: string;
  /** 0 stored, 8 deflated */
  method: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The parts that the directory at the end lists; null where it is none, or names what is not there. Whoever unpacks
 * reads entries as long as there are some, wherever they find the directory: here it must lie right before the end and
 * hold as many entries as it says, so that all count the same parts. No document needs the large form (ZIP64).
 */
function partsOf(file: Uint8Array<ArrayBuffer>): PackedPart[] | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let end = file.byteLength - 22;
  const first = Math.max(0, file.byteLength - END_WITHIN);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) return null;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const isOneDisk = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count;
  if (!isOneDisk || start + view.getUint32(end + 12, true) !== end) return null;
  const parts: PackedPart[] = [];
  try {
    let at = start;
    while (at < end && view.getUint32(at, true) === ENTRY) {
      const method = view.getUint16(at + 10, true);
      const size = view.getUint32(at + 20, true);
      const local = view.getUint32(at + 42, true);
      if (view.getUint32(local, true) !== LOCAL || (method !== 0 && method !== 8)) return null;
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (from + size > file.byteLength) return null;
      const name = new TextDecoder().decode(file.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
      parts.push({ name, method, bytes: file.subarray(from, from + size) });
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    if (at !== end || parts.length !== count) return null;
  } catch {
    // Beyond the end of the file.
    return null;
  }
  return parts;
}

/** Bytes of a deflated part, or a number above `most` as soon as there are more; null of what cannot be unpacked. */
async function inflatedSize(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<number | null> {
  let size = 0;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const reader = stream.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      size += piece.value.byteLength;
      if (size <= most) continue;
      await reader.cancel();
      return size;
    }
    return size;
  } catch {
    return null;
  }
}
