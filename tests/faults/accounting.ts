/** What became of every mail that somebody was to get: from what the readers did, the mail server saw and the ledger says. */
export type Kind = 'confirmation' | 'lesson' | 'correction';

/** A mail that is due to a person by what they did and what the editors released, whatever the ledger says. */
export interface Due {
  person: string;
  kind: Kind;
  /** lesson key, number of the request, or position in the log */
  what: string;
  /** why it need not be sent: the person left, the address does not exist, a later correction says it */
  excused: string | null;
}

export interface LedgerRow {
  uid: string;
  person: string;
  kind: Kind;
  what: string;
  state: string;
  messageId: string | null;
  tries: number;
  /** holds the last answer of the mail server */
  note: string;
}

/** One try as the mail server saw it, from the recipient on. */
export interface Attempt {
  /** by the clock of the run */
  at?: Date;
  person: string;
  /** null when no message came */
  messageId: string | null;
  /** the final dot came and the mail is in the mailbox */
  taken: boolean;
  end:
    | { said: number }
    /** the final dot came and no answer was given */
    | 'no answer'
    /** the line was cut when bytes of the message had come: its sender may have sent the final dot behind them */
    | 'cut in the message'
    /** ended before the message, by either side, or by the sender in it */
    | 'broken off';
}

export interface Evidence {
  attempts: readonly Attempt[];
  /** codes of the refusals that the server gave, by the mark that stood in each */
  refusals: ReadonlyMap<string, number>;
  /** ledger rows that a worker had on the wire when it was killed */
  killedWith: ReadonlySet<string>;
}

export interface Tally {
  due: number;
  delivered: number;
  /** of those delivered: more than once, under the same Message-ID */
  again: number;
  uncertain: { arrived: number; not: number };
  rejected: number;
  excused: number;
}

export interface Account {
  tallies: Record<Kind, Tally>;
  /** mails that nobody got and nobody knows of, each in a sentence */
  lost: string[];
  /** mails that came twice and must not */
  twice: string[];
  /** mails that the ledger is in doubt about and nothing shows why */
  unproved: string[];
  /** mails that were due to nobody */
  stray: string[];
}

/** Ends after which no sender can know. */
const AMBIGUOUS: readonly Attempt['end'][] = ['no answer', 'cut in the message'];
/** Refusals for the time being after which the ledger gives a mail up (publishers/email/outcome.ts). */
const PUT_OFF_TRIES = 6;

/** Holds what was due against what happened. Pure; the lists that must be empty say what is wrong. */
export function account(due: readonly Due[], ledger: readonly LedgerRow[], evidence: Evidence): Account {
  const result: Account = {
    tallies: { confirmation: newTally(), lesson: newTally(), correction: newTally() },
    lost: [],
    twice: [],
    unproved: [],
    stray: [],
  };
  const rowsOf = grouped(ledger, nameOf);
  const attemptsOf = grouped(evidence.attempts, ({ person }) => person);
  const names = new Set(due.map(nameOf));

  for (const one of due)
    accountOne(result, one, rowsOf.get(nameOf(one)) ?? [], { ...evidence, attempts: attemptsOf.get(one.person) ?? [] });

  const known = new Set(ledger.map(({ messageId }) => messageId));
  for (const { taken, messageId, person } of evidence.attempts)
    if (taken && !known.has(messageId)) result.stray.push(`${person} got ${String(messageId)}, which is in no ledger`);
  const takenIds = new Set(evidence.attempts.filter(({ taken }) => taken).map(({ messageId }) => messageId));
  // A correction or confirmation too many is allowed; a lesson is not.
  for (const row of ledger)
    if (row.kind === 'lesson' && !names.has(nameOf(row)) && takenIds.has(row.messageId))
      result.stray.push(`${nameOf(row)} was due to nobody`);
  return result;
}

/** `evidence` is about this person alone. */
function accountOne(result: Account, one: Due, rows: readonly LedgerRow[], evidence: Evidence): void {
  const tally = result.tallies[one.kind];
  const name = nameOf(one);
  tally.due += 1;
  const [row] = rows;
  if (!row) {
    if (one.excused) tally.excused += 1;
    else result.lost.push(`${name} is not in the ledger`);
    return;
  }
  if (rows.length > 1) result.twice.push(`${name} stands ${rows.length} times in the ledger`);
  const own = evidence.attempts.filter(({ messageId }) => messageId === row.messageId);
  const times = own.filter(({ taken }) => taken).length;
  if (times > 1 && one.kind === 'lesson') result.twice.push(`${name} came ${times} times`);

  switch (row.state) {
    case 'accepted':
      if (times === 0) result.lost.push(`${name} is called accepted and never came`);
      else tally.delivered += 1;
      break;
    case 'uncertain':
      tally.uncertain[times > 0 ? 'arrived' : 'not'] += 1;
      if (!own.some(({ end }) => AMBIGUOUS.includes(end)) && !evidence.killedWith.has(row.uid))
        result.unproved.push(
          `${name} is uncertain, and neither was it cut behind its beginning nor was its worker killed`,
        );
      break;
    case 'rejected':
      // One that came and was then refused a second time has come.
      if (times > 0) tally.delivered += 1;
      else if (wasRefused(row, evidence.refusals)) tally.rejected += 1;
      else result.lost.push(`${name} is called rejected and was not refused`);
      break;
    case 'suppressed':
      if (one.excused) tally.excused += 1;
      else result.lost.push(`${name} was suppressed without a reason`);
      break;
    default:
      result.lost.push(`${name} is still ${row.state}`);
  }
  if (times > 1) tally.again += 1;
}

/** The ledger keeps the answer that it gave up on, and in it the mark of the refusal. */
function wasRefused({ note, tries }: LedgerRow, refusals: Evidence['refusals']): boolean {
  const code = refusals.get(/refusal-\d+/.exec(note)?.[0] ?? '') ?? 0;
  return code >= 500 || (code >= 400 && tries >= PUT_OFF_TRIES);
}

const nameOf = ({ person, kind, what }: Pick<Due, 'person' | 'kind' | 'what'>): string =>
  `${kind} ${what} to ${person}`;

const newTally = (): Tally => ({
  due: 0,
  delivered: 0,
  again: 0,
  uncertain: { arrived: 0, not: 0 },
  rejected: 0,
  excused: 0,
});

function grouped<T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}
