import path from 'node:path';
import { z } from 'zod';
import { readIfThere } from '../../release-log/small-files.ts';

/** Raised when an older program could not read what this one writes. */
export const FORMAT = 1;
export const MANIFEST = 'manifest.json';

const manifest = z.object({
  format: z.literal(FORMAT),
  /** RFC 3339 */
  madeAt: z.iso.datetime(),
  database: z.enum(['SQLite', 'MongoDB']),
  /** where the log ends in it; null when it is empty */
  log: z.object({ logId: z.string(), seq: z.int().min(1), hash: z.string() }).nullable(),
  withKeys: z.boolean(),
  /** rows of each table or collection */
  counts: z.record(z.string(), z.int().min(0)),
  /** hex SHA-256 of each file, by its path in the backup */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** What a backup says that it holds. */
export type Manifest = z.infer<typeof manifest>;

/** Thrown for what whoever runs the command can mend; the message is all they need. */
export class Refusal extends Error {}

/** Reads the manifest of a backup. Throws `Refusal` in words. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readIfThere(path.join(folder, MANIFEST));
  if (text === null) throw new Refusal(`${folder} holds no backup: there is no ${MANIFEST}.`);
  const said = parsed(text);
  const format = z.object({ format: z.number() }).safeParse(said);
  if (format.success && format.data.format > FORMAT)
    throw new Refusal(
      `This backup has format ${format.data.format}; this program reads ${FORMAT}. Use a later version.`,
    );
  const read = manifest.safeParse(said);
  if (!read.success) throw new Refusal(`${MANIFEST} of this backup is damaged.`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
