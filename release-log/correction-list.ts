import type { ChangeKind, SignedRow } from '../model/release-row.ts';

/** What a row did to a text that readers had: the kind of its change, or that it took it away. */
export const GRADES = ['safety', 'major', 'minor', 'withdrawn'] as const;
export type Grade = (typeof GRADES)[number];

/** A row of the log that changed or withdrew what readers had, without its words. */
export interface Corrected {
  uid: string;
  seq: number;
  grade: Grade;
}

/** Every change of what readers had, in the order of the log. It only grows. */
interface CorrectionList {
  add: (row: Pick<SignedRow, 'seq' | 'kind' | 'changeKind'>, uid: string) => void;
  /** the changes of a grade, newest first */
  of: (grade: Grade) => Corrected[];
  /** log position of the last change of any grade; 0 when there is none */
  changedAt: () => number;
}

export function createCorrectionList(): CorrectionList {
  const byGrade = new Map<Grade, Corrected[]>();
  let changedAt = 0;
  return {
    add({ seq, kind, changeKind }, uid) {
      const grade = gradeOf(kind, changeKind);
      if (grade === null) return;
      changedAt = seq;
      const alike = byGrade.get(grade);
      if (alike) alike.push({ uid, seq, grade });
      else byGrade.set(grade, [{ uid, seq, grade }]);
    },
    of: (grade) => (byGrade.get(grade) ?? []).toReversed(),
    changedAt: () => changedAt,
  };
}

/** A first release changes nothing that anybody had. */
function gradeOf(kind: SignedRow['kind'], changeKind: ChangeKind): Grade | null {
  if (kind === 'withdrawn') return kind;
  return changeKind === 'new' ? null : changeKind;
}
