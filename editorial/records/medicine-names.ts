import type { PayloadRequest, Where } from 'payload';
import type { EntryContent } from '../../model/entries/entries.ts';
import { isMedicine, MEDICINE_KINDS } from '../../model/entries/treatment.ts';

/**
 * The titles and synonyms of every treatment in the library that is a medicine or supplement, live or not, and of
 * this draft when it is one. One query over an index.
 */
export async function readMedicineNames(req: PayloadRequest, draft: EntryContent): Promise<string[]> {
  const where: Where = { kind: { in: [...MEDICINE_KINDS] } };
  const { docs } = await req.payload.db.find<{ title?: string | null; synonyms?: string[] | null }>({
    collection: 'treatments',
    where,
    select: { title: true, synonyms: true },
    limit: 0,
    pagination: false,
    req,
  });
  const own = draft.type === 'treatment' && isMedicine(draft.kind) ? [draft] : [];
  return [...docs, ...own].flatMap(({ title, synonyms }) => [title ?? '', ...(synonyms ?? [])]);
}
