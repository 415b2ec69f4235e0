import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload';

type Document = Record<string, unknown> & { id: string | number };

/** What the trail keeps of a document beside its id; never a password, key or session. */
type Describe = (doc: Document) => Record<string, unknown>;

const titled: Describe = ({ title, sign, name, alt, slug }) => ({ title: title ?? sign ?? name ?? alt ?? slug });

/**
 * Hooks that keep who saved or deleted a document, in the same transaction: an action that is rolled back
 * leaves no line, and a line that cannot be written stops the action. Verbs have their own record, `reviews`.
 */
export function audited(collection: string, describe: Describe = titled) {
  const write = async (req: PayloadRequest, action: string, doc: Document): Promise<void> => {
    const { uid, id } = doc;
    await req.payload.db.create({
      collection: 'audit-events',
      data: {
        action: `${collection} ${action}`,
        subject: `${collection}/${typeof uid === 'string' ? uid : String(id)}`,
        actor: req.user ? String(req.user.id) : null,
        actorName: req.user?.name ?? 'System',
        details: describe(doc),
      },
      req,
    });
  };
  const afterChange: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
    await write(req, operation === 'create' ? 'created' : 'saved', doc as Document);
  };
  const afterDelete: CollectionAfterDeleteHook = ({ doc, req }) => write(req, 'deleted', doc as Document);
  return { afterChange, afterDelete };
}
