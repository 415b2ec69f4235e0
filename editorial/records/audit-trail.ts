import type { PayloadRequest } from 'payload';
import { headOf, linkAfter } from '../../model/chain.ts';
import { servicesOf } from './services.ts';

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
