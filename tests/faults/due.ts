/** What is due by what readers did and editors released, and what the ledger has of it. */
import type { Due, Kind, LedgerRow } from './accounting.ts';
import { LESSONS, type World } from './world.ts';

type Stored = Record<string, unknown> & { id: string };

/** The ledger as it is stored, without the bytes. */
export async function storedLedger({ payload }: World['system']): Promise<Stored[]> {
  const { docs } = await payload.db.find<Stored>({
    collection: 'deliveries',
    pagination: false,
    limit: 100_000,
    select: { raw: false },
  });
  return docs;
}

export function ledgerOf(stored: Stored[]): LedgerRow[] {
  return stored.map((doc) => ({
    uid: String(doc.uid),
    person: String(doc.recipient),
    kind: doc.kind as Kind,
    what: doc.kind === 'correction' ? String(doc.correctionSeq) : String(doc.lessonKey),
    state: String(doc.state),
    messageId: typeof doc.messageId === 'string' ? doc.messageId : null,
    tries: Number(doc.tries),
    note: typeof doc.note === 'string' ? doc.note : '',
  }));
}

export async function dueIn({ readers, mail, corrections, system }: World, ledger: LedgerRow[]): Promise<Due[]> {
  const gone = await addressesGone(system);
  const whyGone = (person: string) => (gone.has(person) ? 'the address does not exist' : null);
  const due: Due[] = [...readers.asked].map((person) => ({
    ...{ person, kind: 'confirmation', what: 'request-1', excused: null },
  }));
  for (const person of readers.confirmed) {
    const excused = readers.left.has(person) ? 'the reader left' : whyGone(person);
    for (const what of LESSONS) due.push({ person, kind: 'lesson', what, excused });
  }

  // By the wording of the lessons that came, not by what the ledger calls sent.
  const lessons = new Set(ledger.filter(({ kind }) => kind === 'lesson').map(({ messageId }) => messageId));
  const oldest = new Map<string, number>();
  for (const { taken, messageId } of mail.attempts) {
    const came = messageId !== null && taken && lessons.has(messageId) ? readers.wordings.get(messageId) : undefined;
    if (came) oldest.set(came.person, Math.min(came.wording, oldest.get(came.person) ?? Infinity));
  }
  for (const [person, had] of oldest)
    for (const { seq } of corrections.filter((release) => release.wording > had)) {
      const excused = corrections.some((later) => later.seq > seq) ? 'a later one says it' : whyGone(person);
      due.push({ person, kind: 'correction', what: String(seq), excused });
    }
  return due;
}

/** Suppressed by a refusal of the recipient. */
async function addressesGone({ payload }: World['system']): Promise<Set<string>> {
  const { docs } = await payload.db.find<{ id: string; addressKey: string }>({
    collection: 'suppressions',
    pagination: false,
    limit: 100_000,
  });
  return new Set(docs.map(({ addressKey }) => addressKey));
}
