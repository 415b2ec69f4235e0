/** The word that describes a reference to another entry. */
import { z } from 'zod';
import type { ReferenceField, Sayings } from '../field.ts';
import { COLLECTION_OF, type EntryCollection, type EntryType } from '../types.ts';
import { SLUG } from './text.ts';

/** Another entry, by uid. `optional`: the entry may go out while the other one is not live (ADR 0009). */
export function reference(
  types: readonly EntryType[],
  { optional = false, ...says }: Omit<Sayings, 'safety'> & { optional?: boolean; safety?: 'always' | 'never' } = {},
): ReferenceField {
  const to = types.map((type) => COLLECTION_OF[type]);
  return {
    kind: 'reference',
    says,
    required: false,
    to,
    optional,
    words: (uid, named) => (uid === null ? '' : named(uid)),
    plain: () => '',
    shape: z.string().nullable(),
    valid: z.string().nullable(),
    file: writtenReference(to).nullable().default(null),
  };
}

/** `collection/slug`; where only one collection is possible its name may be left out. */
function writtenReference(to: readonly EntryCollection[]): z.ZodType<string> {
  const [only] = to;
  const full = new RegExp(`^(${to.join('|')})/[a-z0-9]+(-[a-z0-9]+)*$`);
  if (to.length === 1 && only) {
    const bare = z.string().regex(SLUG, `the slug of one of ${only}`);
    return bare.transform((slug) => `${only}/${slug}`);
  }
  return z.string().regex(full, `collection/slug, e.g. ${to.join('/…, ')}/…`);
}
