import { changedFields, changedMembers } from '../exchange/changed-fields.ts';
import { baseOf, type OwnWords } from '../exchange/own-words.ts';

/** What becomes of one entry or shared document of the files. */
export type Step =
  | { kind: 'new' }
  | { kind: 'unchanged' }
  | { kind: 'changed'; fields: string[] }
  /** somebody changed it in the installation since the files were made of it, or it was never made of them */
  | { kind: 'conflict'; fields: string[] };

/** How the two states came about. */
interface Known {
  /** what the folder says that it was exported from */
  exported: string | undefined;
  /** what the last import left there */
  imported: string | undefined;
  overwrite: boolean;
}

/** What the files say against what is stored of an entry; null is not there. */
export const stepOfEntry = (stored: OwnWords | null, file: OwnWords, known: Known): Step =>
  stored ? decide(bare(stored), changedFields(stored, file), known) : { kind: 'new' };

/** The same of a shared document. */
export const stepOfShared = (stored: Values | null, file: Values, known: Known): Step =>
  stored ? decide(stored, changedMembers(stored, file), known) : { kind: 'new' };

type Values = Readonly<Record<string, unknown>>;

/** An entry's words without what a reader of them adds. */
export const bare = ({ type, values }: OwnWords): OwnWords => ({ type, values });

function decide(stored: unknown, fields: string[], { exported, imported, overwrite }: Known): Step {
  if (fields.length === 0) return { kind: 'unchanged' };
  const base = baseOf(stored);
  return overwrite || base === exported || base === imported
    ? { kind: 'changed', fields }
    : { kind: 'conflict', fields };
}
