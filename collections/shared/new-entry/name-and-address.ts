import { ValidationError, type CollectionBeforeValidateHook, type FieldHook, type PayloadRequest } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { addressOf, numbered } from '../../../model/address-of.ts';
import type { EntryType } from '../../../model/entries/types.ts';
import { readLastRow } from '../../../release-log/read-last-row.ts';

interface Named {
  id: number | string;
  uid?: string | null;
  slug?: string | null;
  [field: string]: unknown;
}

/**
 * Whatever saves an entry, it has a name to be found by: without a title and an address it is refused. An address that
 * nobody gave is made from the title, one that no other entry of the type has or ever had; readers who have an address
 * keep it.
 */
export const nameAndAddress =
  (type: EntryType, title: { name: string; label: string }): CollectionBeforeValidateHook<Named> =>
  async ({ data, originalDoc, operation, collection, req }) => {
    if (!data) return data;
    const before = operation === 'update' ? originalDoc : undefined;
    const current = (member: string) => wordsOf(member in data ? data[member] : before?.[member]);
    const [said, slug] = [current(title.name), current('slug')];
    if (slug !== '') return data;
    // What the draft had since may be another one.
    const withReaders = before?.uid ? await readLastRow(req, before.uid) : null;
    if (withReaders) return { ...data, slug: withReaders.slug };
    if (said === '') {
      const message = `Write it first: colleagues find the ${type.replace('-', ' ')} by it, and its address is made from it.`;
      const errors = [{ path: title.name, label: title.label, message }];
      throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
    }
    return { ...data, slug: await freeAddress(req, type, addressOf(said) || type, before?.uid ?? null) };
  };

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** A duplicate takes an address of its own. */
export const anotherAddress: FieldHook = () => null;

/** The address, numbered where another entry of the type has it in its draft or ever had it with readers. */
async function freeAddress(req: PayloadRequest, type: EntryType, wanted: string, uid: string | null): Promise<string> {
  const names = numbered(wanted);
  const { db } = req.payload;
  // One after the other: a transaction of MongoDB is one conversation.
  const drafts = await db.find<{ slug?: string | null; uid: string }>({
    collection: 'entry-status',
    where: { type: { equals: type }, slug: { in: names } },
    pagination: false,
    limit: 0,
    req,
  });
  const released = await db.find<{ address: string; uid: string }>({
    collection: 'slug-history',
    where: { address: { in: names.map((name) => `${type}/${name}`) } },
    pagination: false,
    limit: 0,
    req,
  });
  const taken = new Set([
    ...drafts.docs.filter((row) => row.uid !== uid).map(({ slug }) => slug),
    ...released.docs.filter((row) => row.uid !== uid).map(({ address }) => address.slice(type.length + 1)),
  ]);
  return names.find((name) => !taken.has(name)) ?? `${wanted}-${uuidv7().slice(-6)}`;
}
