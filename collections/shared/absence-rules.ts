import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';
import { readColleagues } from '../../editorial/assignments/colleagues.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { refusedAbsence, type Absence } from '../../editorial/rules/absence.ts';
import { CodedError } from '../../model/errors.ts';
import { isSaid } from './account-rules.ts';

interface AbsenceData {
  absentFrom?: string | null;
  absentUntil?: string | null;
  substitute?: string | null;
}

const FIELDS = ['absentFrom', 'absentUntil', 'substitute'] as const;

/**
 * When somebody is away, and who stands in: both days or none, and a colleague who may do the same work and is there.
 * Whoever saves an account without touching these is not asked.
 */
export const guardAbsence: CollectionBeforeChangeHook<{ id: DocumentId } & AbsenceData> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (!FIELDS.some((field) => data[field] !== undefined && (data[field] ?? '') !== (originalDoc?.[field] ?? '')))
    return data;
  // An account that is being made has no work to pass on.
  if (operation !== 'update' || !originalDoc) return { ...data, absentFrom: null, absentUntil: null, substitute: null };
  const merged = { ...pick(originalDoc), ...pick(data) };
  const absence = absenceIn(merged);
  if (!absence) return { ...data, absentFrom: null, absentUntil: null, substitute: null };
  await assertPossible(req, String(originalDoc.id), absence);
  return { ...data, substitute: absence.substitute };
};

function absenceIn({ absentFrom, absentUntil, substitute }: AbsenceData): Absence | null {
  const [from, until] = [dayOf('absentFrom', absentFrom), dayOf('absentUntil', absentUntil)];
  const who = isSaid(substitute) ? String(substitute) : null;
  if (from === null && until === null && who === null) return null;
  if (from === null) throw refused('absentFrom', 'Say the first day.');
  if (until === null) throw refused('absentUntil', 'Say the last day.');
  return { from, until, substitute: who };
}

async function assertPossible(req: PayloadRequest, account: string, absence: Absence): Promise<void> {
  const colleagues = await readColleagues(req);
  const person = colleagues.find((one) => one.account === account);
  if (!person) throw new CodedError('not-found', 'There is no such account.');
  const refusal = refusedAbsence(
    { ...person, absence },
    colleagues.find((one) => one.account === absence.substitute) ?? null,
    colleagues.filter((one) => one.absence?.substitute === account),
  );
  if (refusal) throw refused(refusal.field, refusal.message);
}

function dayOf(field: string, said: unknown): string | null {
  if (!isSaid(said)) return null;
  const date = new Date(String(said));
  if (Number.isNaN(date.getTime())) throw refused(field, 'Say a day.');
  return date.toISOString().slice(0, 10);
}

const pick = (data: AbsenceData): AbsenceData =>
  Object.fromEntries(FIELDS.flatMap((field) => (data[field] === undefined ? [] : [[field, data[field]]])));

const refused = (field: string, message: string): CodedError =>
  new CodedError('invalid-request', message, { fields: [{ field, message }] });
