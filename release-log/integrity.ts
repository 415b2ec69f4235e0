import { CodedError } from '../model/errors.ts';

/** Something in the log that does not verify. */
export interface Fault {
  /** log position of the row */
  seq: number;
  /** what does not hold, for operators; names no text of the row */
  what: string;
}

/** A row or its snapshot does not verify: it is not served. */
export class IntegrityError extends CodedError {
  readonly fault: Fault;

  constructor(seq: number, what: string) {
    super('integrity', `Release ${seq} of the log does not verify: ${what}.`, { seq });
    this.name = 'IntegrityError';
    this.fault = { seq, what };
  }
}

/** What was read, or null when it does not verify: for a part that the whole can do without. */
export const ifProved = <T>(reading: Promise<T>): Promise<T | null> =>
  reading.catch((error: unknown) => {
    if (error instanceof IntegrityError) return null;
    throw error;
  });

/** How many faults are kept by position; a log that is broken throughout must not fill the memory. */
const KEPT = 1000;

export interface FaultList {
  add: (fault: Fault) => void;
  /** of the chain or the mark, and not of the row alone: stays until this process ends */
  addLasting: (fault: Fault) => void;
  /** a row that did not verify does now */
  clear: (seq: number) => void;
  /** by position, at most 1000 */
  all: () => readonly Fault[];
}

/** The faults that are known, each told to `onFault` once. */
export function createFaultList(onFault: (fault: Fault) => void): FaultList {
  const known = new Map<number, { fault: Fault; lasts: boolean }>();
  const add = (fault: Fault, lasts: boolean) => {
    const before = known.get(fault.seq);
    if (before ? before.lasts || !lasts : known.size >= KEPT) return;
    known.set(fault.seq, { fault, lasts });
    onFault(fault);
  };
  return {
    add(fault) {
      add(fault, false);
    },
    addLasting(fault) {
      add(fault, true);
    },
    clear(seq) {
      if (known.get(seq)?.lasts === false) known.delete(seq);
    },
    all: () => [...known.values()].map(({ fault }) => fault).sort((a, b) => a.seq - b.seq),
  };
}
