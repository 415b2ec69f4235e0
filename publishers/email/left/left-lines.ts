import { createHmac, hkdfSync } from 'node:crypto';
import { z } from 'zod';

/**
 * How a reader left: `lessons` of one course, `nothing` at all, `bounced`, `complained`, `erased`; or came `back` to a
 * course that they had left; or `paused` one, and `resumed` it.
 */
const HOW = ['lessons', 'back', 'paused', 'resumed', 'nothing', 'bounced', 'complained', 'erased'] as const;

const line = z.object({
  at: z.iso.datetime(),
  how: z.enum(HOW),
  /** keyed digest of the address */
  who: z.string(),
  /** uid; of what is of one course alone */
  course: z.string().optional(),
});

/** Begins a file, and whatever is written under another key. */
const heading = z.object({
  since: z.iso.datetime(),
  key: z.string(),
  /** the file before this one ends where it begins */
  continues: z.boolean().optional(),
});

export type LeftLine = z.infer<typeof line>;
export type LeftHeading = z.infer<typeof heading>;

/** Who left, as far as it is known outside the database. */
export interface KnownLeft {
  /** from when on it is known of everybody; null when the file does not say, or was written under another key */
  since: Date | null;
  /** in the order in which they were written */
  lines: LeftLine[];
  /** that cannot be read */
  damaged: number;
}

export interface LeftDigest {
  /** names the key, and says nothing of it */
  key: string;
  /** 128 bits that nobody can compute, or try addresses against, without the secret */
  of: (addressKey: string) => string;
}

export function leftDigest(secret: string): LeftDigest {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'imprimatur/email/left', 32));
  const mac = (text: string, bytes: number) =>
    createHmac('sha256', key).update(text).digest().subarray(0, bytes).toString('base64url');
  return { key: mac('key', 6), of: (addressKey) => mac(`address ${addressKey}`, 16) };
}

/** A line of its own, whatever a write that was cut off left before it. */
export const written = (what: LeftLine | LeftHeading): string => `\n${JSON.stringify(what)}\n`;

/**
 * What a file says, or several one after the other. Of lines under another key nobody can say whose they are: what is
 * known begins behind them.
 */
export function readLines(text: string, key: string): KnownLeft {
  const known: KnownLeft = { since: null, lines: [], damaged: 0 };
  let isReadable = true;
  for (const one of text.split('\n').filter((row) => row !== '')) {
    const read = parsed(one);
    if (read === null) known.damaged += 1;
    else if ('key' in read) {
      isReadable = read.key === key;
      known.since = isReadable ? sinceAfter(known.since, read) : null;
    } else if (isReadable) known.lines.push(read);
  }
  return known;
}

/** Of files of several machines, the one that begins last says from when on nobody is missing. */
function sinceAfter(before: Date | null, { since, continues }: LeftHeading): Date {
  const here = new Date(since);
  if (before === null) return here;
  return continues === true || before > here ? before : here;
}

function parsed(row: string): LeftLine | LeftHeading | null {
  try {
    return z.union([heading, line]).parse(JSON.parse(row));
  } catch {
    return null;
  }
}
