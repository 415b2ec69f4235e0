import { z } from 'zod';

/** The file at the head of an exported folder: what it was made of. */
export const MANIFEST = 'export.json';

/** A file inside the folder: what the next export may delete. */
const fileInside = z.string().regex(/^(?!\.)[\w.-]+(\/(?!\.)[\w.-]+)*$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const manifestShape = z.strictObject({
  format: z.literal(1),
  of: z.enum(['live', 'drafts']),
  /** what each entry (by uid) and shared document (`collection/name`) said when it was exported */
  bases: z.record(z.string(), hash),
  /** SHA-256 of every other file of the folder that the export wrote */
  files: z.record(fileInside, hash),
});
export type Manifest = z.infer<typeof manifestShape>;

/** What a folder says of its export; null when that is no manifest. */
export function parseManifest(text: string): Manifest | null {
  try {
    return manifestShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export const writeManifest = ({ format, of, bases, files }: Manifest): string =>
  `${JSON.stringify({ format, of, bases: sorted(bases), files: sorted(files) }, null, 2)}\n`;

const sorted = (record: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
