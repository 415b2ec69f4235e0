import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload';
import { servicesOf } from '../../editorial/records/services.ts';
import { headOf, linkAfter } from '../../model/chain.ts';

type Document = Record<string, unknown> & { id: string | number };

/** What the trail keeps of a document beside its id; never a password, key or session. */
type Describe = (doc: Document) => Record<string, unknown>;

const titled: Describe = ({ title, sign, name, alt, slug }) => ({ title: title ?? sign ?? name ?? alt ?? slug });

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
      details: { ...describe(doc), ...(watched.length > 0 ? changes : {}) },
    });
  };
  const afterChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
    if (operation === 'create') await write(req, 'created', doc as Document);
    else await write(req, 'saved', doc as Document, previousDoc as Document);
  };
  const afterDelete: CollectionAfterDeleteHook = ({ doc, req }) => write(req, 'deleted', doc as Document);
  return { afterChange, afterDelete };
}

interface NewLine {
  action: string;
  subject: string;
  /** whoever did it; null for the system and for people who are not known */
  user: PayloadRequest['user'];
  details: Record<string, unknown>;
}

/** Adds a line to the audit trail, in the caller's transaction. */
export const appendLine = (req: PayloadRequest, { user, details, ...line }: NewLine): Promise<void> =>
  append(req, {
    ...line,
    at: servicesOf(req.payload).now().toISOString(),
    actor: user ? String(user.id) : null,
    actorName: user?.name ?? 'System',
    details: asJson(details),
  });

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

/**
 * Chains the line to the one before it of the same subject, whose mark as the last one it takes in one step.
 * One chain per subject: who saves another document at the same moment is not in the way (ADR 0022).
 */
async function append(req: PayloadRequest, line: { subject: string } & Record<string, unknown>): Promise<void> {
  const { db } = req.payload;
  const before: unknown = await db.updateOne({
    collection: 'audit-events',
    where: { and: [{ subject: { equals: line.subject } }, { last: { equals: true } }] },
    data: { last: false },
    options: { atomic: true },
    req,
  });
  const link = linkAfter(isRow(before) ? headOf(before) : null, line);
  await db.create({ collection: 'audit-events', data: { ...line, ...link, last: true }, req });
}

// Each adapter answers nothing in its own way.
const isRow = (found: unknown): found is Record<string, unknown> => typeof found === 'object' && found !== null;

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
