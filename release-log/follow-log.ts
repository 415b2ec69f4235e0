import { setImmediate } from 'node:timers/promises';
import type { HeadMark, HeadMarkFile } from './head-mark.ts';
import {
  claimOf,
  columnsOfText,
  exactText,
  hashOfText,
  isCorrection,
  previousOf,
  quickText,
  seqOf,
  toIndexRow,
  type RowColumns,
} from './index-rows.ts';
import type { FaultList } from './integrity.ts';
import type { LibraryIndex } from './library-index.ts';
import { createHashList } from './hash-list.ts';
import type { OnTrouble } from './on-trouble.ts';
import type { LogSource } from './read-rows.ts';
import type { TrustedKey } from './trusted-keys.ts';
import { signatureProblem, signedAs } from './verify-row.ts';

/** Rows read at once, without their texts. */
const PAGE = 500;
/** From this many rows on lists are made anew instead of being kept. */
const MANY = 50;

/** A row that withdraws an entry or corrects it for safety. */
export interface Correction {
  uid: string;
  seq: number;
}

export interface Follower {
  /** Takes in every row up to the committed head. Throws what the database throws; then it goes on from there. */
  follow: () => Promise<void>;
  /** row hash of a row that was proved, by position; null when it was not */
  hashAt: (seq: number) => string | null;
  /** of the last row that was proved; null before the first */
  logId: () => string | null;
  /** the corrections among the rows after `since` up to `upTo`, by what was signed; in their order */
  corrections: (since: number, upTo: number) => Correction[];
}

/**
 * Follows the log by its index columns. A page whose rows name each other's hashes is proved by the signature of
 * its last row alone, because each row signs the hash of the row before it. Where the chain does not hold every
 * row of the page has to prove itself by its own signature (ADR 0017).
 */
export function createFollower({
  log,
  index,
  faults,
  mark,
  onTrouble,
}: {
  log: LogSource;
  index: LibraryIndex;
  faults: FaultList;
  mark: HeadMarkFile | undefined;
  onTrouble: OnTrouble;
}): Follower {
  const hashes = createHashList();
  const corrections: Correction[] = [];
  let keys: readonly TrustedKey[] = [];
  let logId = '';
  /** signature of the row at the head; null when it did not verify */
  let lastSignature: string | null = null;
  let marked: HeadMark | null = null;

  /** Takes in a row whose text is proved. */
  const take = (columns: RowColumns, hash: string): void => {
    const seq = seqOf(columns);
    hashes.set(seq, hash);
    // Before anything of it can be refused: a summary that somebody changed keeps no correction from readers.
    const uid = isCorrection(columns) ? claimOf(columns)?.uid : undefined;
    if (uid !== undefined) corrections.push({ uid, seq });
    try {
      const row = toIndexRow(columns, index.live);
      logId = row.logId;
      index.apply(row);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      refuse(columns, `it cannot be taken in: ${error.message}`);
    }
  };
  const refuse = (columns: RowColumns, what: string): void => {
    faults.add({ seq: seqOf(columns), what });
    index.block(seqOf(columns), claimOf(columns));
  };

  const takePage = async (page: RowColumns[], end: { seq: number; signature: string }): Promise<void> => {
    const before = index.head();
    const texts = page.map(quickText);
    const found = texts.map(hashOfText);
    const last = page.length - 1;
    const lastSeq = seqOf(page[last] ?? []);
    const signature = lastSeq === end.seq ? end.signature : (await log.signaturesAfter(lastSeq - 1, 1)).get(lastSeq);
    const isLinked = page.every(
      (columns, i) =>
        seqOf(columns) === before + i + 1 &&
        previousOf(columns) === (i === 0 ? hashes.at(before) : (found[i - 1] ?? null)),
    );
    const proof = { canonical: texts[last] ?? '', seq: lastSeq, keys };
    if (isLinked && signature !== undefined && signatureProblem(signature, proof) === null) {
      for (const [i, columns] of page.entries()) take(columns, found[i] ?? '');
    } else {
      const signatures = await log.signaturesAfter(before, page.length);
      keys = await log.keys();
      for (const columns of page) takeAlone(columns, signatures.get(seqOf(columns)) ?? '');
    }
    lastSignature = hashes.at(lastSeq) === null ? null : (signature ?? null);
  };

  /** Takes in a row by its own signature: the chain around it does not hold. */
  const takeAlone = (columns: RowColumns, signature: string): void => {
    const seq = seqOf(columns);
    const before = index.head();
    if (seq > before + 1) faults.add({ seq: before + 1, what: missing(before + 1, seq - 1) });
    const canonical = exactText(columns);
    const problem =
      canonical === null ? 'the row cannot be read' : signatureProblem(signature, { canonical, seq, keys });
    if (problem === null && canonical !== null) {
      const expected = hashes.at(seq - 1);
      if (expected !== null && previousOf(columns) !== expected) {
        faults.addLasting({ seq, what: 'the row does not follow the one before it' });
      }
      take(columnsOfText(canonical, columns), hashOfText(canonical));
      return;
    }
    const signed = signedAs(signature, { seq, keys })?.canonical;
    faults.add({ seq, what: problem ?? '' });
    // The columns were changed and the signature was not: it says what stands there. The row itself is refused
    // whenever it is read.
    if (signed) take(columnsOfText(signed, columns), hashOfText(signed));
    else index.block(seq, claimOf(columns));
  };

  /** The head as it is stored, beside what was followed: rows may go, or be exchanged, while this runs. */
  const compareHead = (end: { seq: number; signature: string } | null): void => {
    const head = index.head();
    if ((end?.seq ?? 0) < head) {
      faults.add({ seq: (end?.seq ?? 0) + 1, what: `the log ends before this row; it had reached ${head}` });
    } else if (end?.seq === head && lastSignature !== null && end.signature !== lastSignature) {
      faults.add({ seq: head, what: 'the row was exchanged' });
    }
  };

  /** The end of the log beside the mark that earlier runs left. */
  const compareMark = async (): Promise<void> => {
    if (!mark || marked) return;
    const head = index.head();
    const kept = await mark.read();
    marked = kept === 'damaged' || kept === null ? NO_MARK : kept;
    if (kept === 'damaged')
      faults.addLasting({ seq: head, what: 'the high-water mark beside the database cannot be read' });
    if (kept === 'damaged' || kept === null) return;
    if (kept.seq > head) {
      faults.addLasting({ seq: head + 1, what: `the log ends before this row; it had reached ${kept.seq}` });
    } else if (hashes.at(kept.seq) !== kept.hash) {
      faults.addLasting({ seq: kept.seq, what: 'the row is not the one that stood here before' });
    }
  };

  const moveMark = async (): Promise<void> => {
    const head = index.head();
    const hash = hashes.at(head);
    if (!mark || !marked || hash === null || head <= marked.seq || faults.all().length > 0) return;
    // Another process of this installation may be further on.
    const kept = await mark.read();
    if (kept === 'damaged') return;
    marked = kept && kept.seq >= head ? kept : { logId, seq: head, hash };
    // A mark that lags behind is weaker and not wrong: a full disk stops nothing, and the next row tries again.
    if (marked !== kept) {
      await mark.write(marked).catch((error: unknown) => {
        onTrouble(`the high-water mark of the release log stays behind position ${head}: it cannot be written`, error);
      });
    }
  };

  return {
    hashAt: hashes.at,
    logId: () => logId || null,
    corrections: (since, upTo) => corrections.filter(({ seq }) => seq > since && seq <= upTo),
    async follow() {
      const end = await log.end();
      compareHead(end);
      if (end?.stray !== undefined) faults.add({ seq: end.stray, what: 'the row stands behind the end of the log' });
      if (end && end.seq > index.head()) {
        if (keys.length === 0) keys = await log.keys();
        if (end.seq - index.head() > MANY) index.expectMany();
        while (index.head() < end.seq) {
          const found = await log.columnsAfter(index.head(), Math.min(PAGE, end.seq - index.head()));
          const page = found.filter((columns) => seqOf(columns) <= end.seq);
          if (page.length === 0) break;
          await takePage(page, end);
          if (found.length === PAGE) await setImmediate();
        }
      }
      await compareMark();
      await moveMark();
    },
  };
}

const NO_MARK: HeadMark = { logId: '', seq: 0, hash: '' };

const missing = (from: number, to: number): string =>
  from === to ? 'the row is missing' : `the rows up to ${to} are missing`;
