import type { Payload } from 'payload';
import type { EntryCollection } from '../../model/entries/types.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { verb, type Staff } from './people.ts';

/** What the rich-text editor stores for these paragraphs. */
export const lexical = (...paragraphs: string[]) => ({
  root: {
    type: 'root',
    format: '' as const,
    indent: 0,
    version: 1,
    direction: 'ltr' as const,
    children: paragraphs.map((text) => ({
      type: 'paragraph',
      format: '',
      indent: 0,
      version: 1,
      direction: 'ltr',
      textFormat: 0,
      children: [{ type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }],
    })),
  },
});

export const NEXT_REVIEW = '2028-06-01T00:00:00.000Z';

export const aSource = (payload: Payload) =>
  payload.create({
    collection: 'sources',
    data: {
      title: 'Guideline',
      publisher: 'Publisher',
      kind: 'guideline',
      year: 2022,
      url: 'https://example.org/guideline',
    },
  });

export interface CauseInput {
  slug?: string;
  title?: string;
  summary?: string;
  body?: string;
  [field: string]: unknown;
}

/** A cause that meets every requirement and needs one approval, edited by the demo editor. */
export async function aCauseDraft(payload: Payload, { editor }: Staff, input: CauseInput = {}) {
  const {
    slug = 'sore-hip',
    title = 'Sore hip',
    summary = 'A sore hip settles.',
    body = 'The hip can be sore.',
    ...rest
  } = input;
  const source = await aSource(payload);
  return payload.create({
    collection: 'causes',
    draft: true,
    overrideAccess: false,
    user: editor,
    data: {
      title,
      slug,
      summary,
      sections: [{ kind: 'what-it-is', body: lexical(body) }],
      sources: [source.id],
      reviewDue: NEXT_REVIEW,
      ...rest,
    } as never,
  });
}

/** Takes an entry through submit, approve (twice when the policy asks) and release; unless said, called as little as policy allows. */
export async function releaseEntry(
  payload: Payload,
  staff: Staff,
  collection: EntryCollection,
  id: DocumentId,
  changeKind?: string,
): Promise<ReviewSheet> {
  const submitted = await submitEntry(payload, staff, collection, id, changeKind);
  const { revision } = submitted;
  const once = await verb(payload, staff.reviewer, collection, id, 'approve', { revision, release: true });
  if (once.state === 'live') return once;
  return verb(payload, staff.secondReviewer, collection, id, 'approve', { revision, release: true });
}

export async function submitEntry(
  payload: Payload,
  staff: Staff,
  collection: EntryCollection,
  id: DocumentId,
  changeKind?: string,
  comment?: string,
): Promise<ReviewSheet> {
  const { revision, minimumChangeKind } = await reviewOf(payload, staff, collection, id);
  return verb(payload, staff.editor, collection, id, 'submit-for-review', {
    revision,
    changeKind: changeKind ?? minimumChangeKind,
    changeNote: 'A change.',
    comment,
  });
}

export async function reviewOf(
  payload: Payload,
  { editor }: Staff,
  collection: EntryCollection,
  id: DocumentId,
): Promise<ReviewSheet> {
  const { readReview } = await import('../../editorial/verbs/take-verb.ts');
  const { createLocalReq } = await import('payload');
  return readReview(await createLocalReq({ user: editor }, payload), collection, id);
}
