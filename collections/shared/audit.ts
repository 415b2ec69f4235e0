import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload';
import { appendLine } from '../../editorial/records/audit-trail.ts';

type Document = Record<string, unknown> & { id: string | number };

/** What the trail keeps of a document beside its id; never a password, key or session. */
type Describe = (doc: Document) => Record<string, unknown>;

const titled: Describe = ({ title, sign, name, label, alt, slug }) => ({
  title: title ?? sign ?? name ?? label ?? alt ?? slug,
});

/**
 * Hooks that keep who saved or deleted a document, in the same transaction: an action that is rolled back
 * leaves no line, and a line that cannot be written stops the action. Verbs have their own record, `reviews`.
 */
export function audited(collection: string, describe: Describe = titled, watched: readonly string[] = []) {
  const write = async (req: PayloadRequest, action: string, doc: Document, before?: Document): Promise<void> => {
    const { uid, id } = doc;
    const changes = before ? { changes: changesOf(watched, before, doc) } : {};
    await appendLine(req, {
      action: `${collection} ${action}`,
      subject: `${collection}/${typeof uid === 'string' ? uid : String(id)}`,
      user: req.user,
      details: { ...describe(doc), ...savedAt(doc), ...(watched.length > 0 ? changes : {}) },
    });
  };
  const afterChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
    if (operation === 'create') await write(req, 'created', doc as Document);
    else await write(req, 'saved', doc as Document, previousDoc as Document);
  };
  const afterDelete: CollectionAfterDeleteHook = ({ doc, req }) => write(req, 'deleted', doc as Document);
  return { afterChange, afterDelete };
}

/** Of a draft: the time that its saved state bears, by which the timeline finds it. */
const savedAt = ({ _status, updatedAt }: Document): Record<string, unknown> =>
  _status === undefined || typeof updatedAt !== 'string' ? {} : { savedAt: updatedAt };

/** Old and new value of the watched fields that were changed; of a relation its id. */
function changesOf(watched: readonly string[], before: Document, after: Document): Record<string, unknown> {
  const plain = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'id' in value ? value.id : (value ?? null);
  return Object.fromEntries(
    watched
      .map((name) => [name, { from: plain(before[name]), to: plain(after[name]) }] as const)
      .filter(([, { from, to }]) => from !== to),
  );
}
