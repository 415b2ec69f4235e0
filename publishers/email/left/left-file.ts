import { mkdir, open, rename, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { readIfThere } from '../../../release-log/small-files.ts';
import { leftDigest, readLines, written, type KnownLeft, type LeftHeading, type LeftLine } from './left-lines.ts';

/** Keeps who left outside the database (ADR 0064). */
export interface ReadersLeft {
  /** Begins the file where there is none: what is known is known from then on. Never throws. */
  begin: () => Promise<void>;
  /** Keeps that the reader with this address left. Never throws: who leaves is let go, whatever the disk says. */
  note: (how: LeftLine['how'], addressKey: string, course?: string) => Promise<void>;
}

/** Beside the mark of the log, in `DATA_DIR`. */
const NAME = 'readers-left.jsonl';
const OLDER = 'readers-left.older.jsonl';
/** Some 80,000 readers; twice as many with the older one. */
const MOST_BYTES = 8 * 1024 * 1024;

interface Place {
  dataDir: string;
  /** PAYLOAD_SECRET; the key of the digests is derived from it */
  secret: string;
}

export interface LeftFileOptions extends Place {
  now: () => Date;
  /** told what was not kept */
  onError: (error: unknown) => void;
  /** the file is put aside beyond it; 8 MB unless told */
  mostBytes?: number;
}

/**
 * The file to which every process of an installation adds a line for each reader who leaves: a keyed digest of the
 * address, readable for its owner alone. When it grows too long it becomes the older one, in the place of that.
 */
export function leftFile({ dataDir, secret, now, onError, mostBytes = MOST_BYTES }: LeftFileOptions): ReadersLeft {
  const file = path.join(dataDir, NAME);
  const digest = leftDigest(secret);
  const heading = (continues = false): string =>
    written({ since: now().toISOString(), key: digest.key, ...(continues ? { continues } : {}) } satisfies LeftHeading);

  /** Appended in one write: lines of several processes do not mix. */
  const append = async (line: string): Promise<void> => {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const isNew = await appending(file, async (handle) => {
      const { size } = await handle.stat();
      if (size > mostBytes) return true;
      await kept(handle, size === 0 ? heading() + line : line);
      return false;
    });
    if (!isNew) return;
    await rename(file, path.join(dataDir, OLDER));
    await appending(file, (handle) => kept(handle, heading(true) + line));
  };
  const told = (work: () => Promise<void>): Promise<void> => work().catch(onError);

  return {
    begin: () =>
      told(async () => {
        const known = await readLeft({ dataDir, secret });
        // A file that is new begins with a heading by itself.
        await append(known?.since === null ? heading() : '');
      }),
    note: (how, addressKey, course) =>
      told(() =>
        append(
          written({
            at: now().toISOString(),
            how,
            who: digest.of(addressKey),
            ...(course === undefined ? {} : { course }),
          }),
        ),
      ),
  };
}

/** What is known of who left; null when there is no file. Throws when it cannot be read. */
export async function readLeft({ dataDir, secret }: Place): Promise<KnownLeft | null> {
  const texts = await Promise.all([OLDER, NAME].map((name) => readIfThere(path.join(dataDir, name))));
  const there = texts.filter((text) => text !== null);
  return there.length === 0 ? null : readLines(there.join('\n'), leftDigest(secret).key);
}

async function kept(handle: FileHandle, text: string): Promise<void> {
  if (text === '') return;
  await handle.appendFile(text);
  await handle.datasync();
}

async function appending<T>(file: string, write: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, 'a', 0o600);
  try {
    return await write(handle);
  } finally {
    await handle.close();
  }
}

/** For whoever reads what is kept, and must not add to it. */
export const KEEPS_NOTHING: ReadersLeft = { begin: () => Promise.resolve(), note: () => Promise.resolve() };
