import type { EntryCollection, SharedCollection } from '../../model/entries/types.ts';
import type { Draft } from '../records/read-draft.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import type { Findable } from './keep-findable.ts';

/** An entry is found by its title, its other names, its address and its permanent id. */
export function entryToFind(collection: EntryCollection, { doc, revision }: Draft): Findable {
  const { content } = revision;
  const names = 'synonyms' in content ? content.synonyms : 'keywords' in content ? content.keywords : [];
  const texts = [content.title, content.slug, doc.uid, ...names];
  return { collection, id: doc.id, title: content.title, detail: content.slug, texts };
}

const FOUND_SHARED = ['sources', 'media', 'terms'] as const;

/** Shared documents that the finder finds: places on the body are few, and are found in their list. */
export const isFound = (collection: SharedCollection): collection is (typeof FOUND_SHARED)[number] =>
  FOUND_SHARED.some((one) => one === collection);

/** A source is found by its title, publisher, DOI, PubMed id and link; a figure by its alt text, caption and name. */
export function sharedToFind(
  collection: (typeof FOUND_SHARED)[number],
  doc: Readonly<Record<string, unknown>> & { id: DocumentId },
): Findable {
  const text = (name: string): string => {
    const value = doc[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const forms = Array.isArray(doc.forms) ? doc.forms.filter((form) => typeof form === 'string') : [];
  const { title, details, names } = {
    sources: {
      title: 'title',
      details: ['publisher', 'year'],
      names: ['publisher', 'year', 'doi', 'pmid', 'slug', 'url'],
    },
    media: { title: 'alt', details: ['credit'], names: ['shortName', 'caption', 'credit'] },
    terms: { title: 'name', details: ['meaning'], names: ['slug'] },
  }[collection];
  return {
    ...{ collection, id: doc.id, title: text(title) },
    detail: details.map(text).filter(Boolean).join(', '),
    texts: [text(title), ...names.map(text), ...forms],
  };
}
