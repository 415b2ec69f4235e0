import type { Restored } from './restore-backup.ts';

/** What a restore did and what is lost, in lines for whoever ran it. */
export function wordsOf({ madeAt, end, mark, begunAnew, mail, left }: Restored): string[] {
  const seq = end?.seq ?? 0;
  return [
    `Restored${madeAt === null ? '' : ` as of ${madeAt}`}: the log ends at release ${seq}, and all of it verifies.`,
    ...ofTheLog(seq, mark),
    ...(begunAnew
      ? [`Release ${seq + 1} begins another log id: consumers of /changes.json read from the beginning.`]
      : []),
    ...ofTheMail(mail),
    ...ofWhoLeft(left, madeAt),
    'Next: docs/runbook.md, “After a restore”.',
  ];
}

function ofTheLog(seq: number, mark: Restored['mark']): string[] {
  if (mark === null) return ['How far the log had got is not known here: there was no log-head.json.'];
  if (mark === 'damaged') return ['How far the log had got is not known here: log-head.json is damaged.'];
  if (mark.seq <= seq) return [];
  const lost = mark.seq === seq + 1 ? `release ${mark.seq} is` : `releases ${seq + 1} to ${mark.seq} are`;
  return [
    `LOST: ${lost} gone. A withdrawal may be among them: withdraw again, before readers are let in, whatever was withdrawn since.`,
  ];
}

function ofTheMail({ held, uncertain, corrections }: Restored['mail']): string[] {
  const was = isOrAre(uncertain, 'mail was', 'mails were');
  return [
    ...(held > 0
      ? [
          `${isOrAre(held, 'mail may have gone out since and is', 'mails may have gone out since and are')} held: npm run release-held.`,
        ]
      : []),
    ...(uncertain > 0 ? [`${was} with a worker when the backup was made: uncertain now.`] : []),
    ...(corrections > 0
      ? [
          `${isOrAre(corrections, 'correction goes', 'corrections go')} out when a worker runs, whether or not it did before.`,
        ]
      : []),
  ];
}

function ofWhoLeft({ knownSince, since, damaged, readers }: Restored['left'], madeAt: string | null): string[] {
  const again = isOrAre(readers, 'reader who has left since was', 'readers who have left since were');
  return [
    ...(readers > 0 ? [`${again} let go again, as readers-left.jsonl has it.`] : []),
    ...(damaged > 0
      ? [`NOT KNOWN: ${isOrAre(damaged, 'line of readers-left.jsonl is', 'lines of readers-left.jsonl are')} damaged.`]
      : []),
    ...unknownLeft(knownSince, since, madeAt),
  ];
}

function unknownLeft(knownSince: Date | null, since: Date, madeAt: string | null): string[] {
  const who = 'NOT KNOWN: who unsubscribed, complained or was erased';
  if (knownSince === null)
    return [`${who} since the backup. There is no readers-left.jsonl here that this PAYLOAD_SECRET can read.`];
  if (madeAt === null) return [`${who} before ${knownSince.toISOString()}: readers-left.jsonl begins there.`];
  if (knownSince <= since) return [];
  return [`${who} between the backup and ${knownSince.toISOString()}: readers-left.jsonl begins there.`];
}

/** A number with the words that go with it. */
export const isOrAre = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
