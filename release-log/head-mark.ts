import path from 'node:path';
import type { Payload } from 'payload';
import { z } from 'zod';
import { readIfThere, removeIfThere, writeWhole } from './small-files.ts';

const mark = z.object({ logId: z.string(), seq: z.int().min(1), hash: z.string() });

/** How far the log had got, as this installation saw it. */
export type HeadMark = z.infer<typeof mark>;

export interface HeadMarkFile {
  /** null when there is none yet; a mark that cannot be read is not a missing one */
  read: () => Promise<HeadMark | 'damaged' | null>;
  write: (mark: HeadMark) => Promise<void>;
  /** for a log that is empty */
  remove: () => Promise<void>;
}

/**
 * The high-water mark of the log, outside the database: a log whose end was cut off, or that was exchanged for
 * another, cannot hide it.
 */
export function headMarkFile(dataDir: string): HeadMarkFile {
  const file = path.join(dataDir, 'log-head.json');
  return {
    async read() {
      const text = await readIfThere(file);
      return text === null ? null : parsed(text);
    },
    write: (next) => writeWhole(file, `${JSON.stringify(next)}\n`),
    remove: () => removeIfThere(file),
  };
}

/**
 * False when the log ends before the mark, or has another row there: it was restored, rebuilt or cut off, and must
 * not go on under the same id. One that has another id already was begun anew since the mark was left. A mark that
 * is not there, or cannot be read, says nothing.
 */
export function continuesMark(
  kept: HeadMark | 'damaged' | null,
  { logId, seq, hash }: { logId: string; seq: number; hash: string | null },
): boolean {
  if (kept === null || kept === 'damaged' || kept.logId !== logId) return true;
  return kept.seq < seq || (kept.seq === seq && kept.hash === hash);
}

/** The mark of the installation that this Payload runs in, as the configuration gives it. */
export const headMarkOf = ({ config }: Payload): HeadMarkFile =>
  (config.custom.services as { headMark: HeadMarkFile }).headMark;

function parsed(text: string): HeadMark | 'damaged' {
  try {
    return mark.parse(JSON.parse(text));
  } catch {
    return 'damaged';
  }
}
