import type { Colleague } from '../../editorial/rules/absence.ts';
import { stepOfRow, type Looking } from '../../editorial/rules/row-step.ts';
import type { Step } from '../../editorial/rules/next-step.ts';
import { toAssignment } from '../../editorial/records/status-row.ts';
import { COLLECTION_OF } from '../../model/entries/types.ts';
import type { State } from '../../model/lifecycle.ts';
import type { Acting } from '../../model/person.ts';
import type { EntryStatus, Review } from '../../payload-types.ts';
import { formatDay } from '../workflow/dates.ts';
import type { BlockKey } from './blocks.ts';

/** A row of my work: what it is, why it is here, and the one thing to do with it. */
export interface WorkRow {
  uid: string;
  collection: string;
  id: string;
  title: string;
  state: State;
  danger: 'safety' | 'overdue' | 'plain';
  /** YYYY-MM-DD */
  due: string | null;
  because: string;
  action: { label: string; on: 'review' | 'form' };
}

export interface LookingForOthers extends Looking {
  /** those whose work they do meanwhile */
  absent: readonly Colleague[];
}

export function toWorkRow(
  block: BlockKey,
  row: EntryStatus,
  looking: LookingForOthers,
  asked: Pick<Review, 'actorName' | 'comment'> | null,
): WorkRow {
  const { author, reviewers } = toAssignment(row.assignment);
  const named = [...reviewers, ...(author ? [author] : [])].map(({ account }) => account);
  const forWhom = looking.absent.find(({ account }) => named.includes(account));
  const isOwn = named.includes(looking.actor ?? '');
  const isReviewer = reviewers.some(
    ({ account }) => account === looking.actor || looking.absent.some((one) => one.account === account),
  );
  const step = stepOfRow(factsOf(row), looking, isReviewer);
  const because = [
    row.isSafety ? 'Safety change.' : '',
    reasonOf(block, row, step, asked),
    forWhom && !isOwn ? `For ${forWhom.name}, away until ${formatDay(forWhom.absence?.until ?? '')}.` : '',
  ];
  return {
    uid: row.uid,
    collection: COLLECTION_OF[row.type],
    id: row.entryId,
    title: row.title || 'Untitled',
    state: row.state,
    danger: row.isSafety ? 'safety' : row.state === 'review-overdue' ? 'overdue' : 'plain',
    due: row.assignedDue?.slice(0, 10) ?? null,
    because: because.filter(Boolean).join(' '),
    action: ACTIONS[step.action],
  };
}

function reasonOf(
  block: BlockKey,
  row: EntryStatus,
  step: Step,
  asked: Pick<Review, 'actorName' | 'comment'> | null,
): string {
  if (block === 'back' && asked) return `${asked.actorName ?? 'A reviewer'}: “${shortened(asked.comment ?? '')}”`;
  if (block === 'needs-reviewer') return row.needsReviewerBecause ?? step.because;
  if (block === 'lapsed') return shortened(row.lapsedBecause ?? '');
  return step.because;
}

const ACTIONS: Record<Step['action'], WorkRow['action']> = {
  approve: { label: 'Review', on: 'review' },
  'renew-review': { label: 'Renew', on: 'review' },
  'request-changes': { label: 'Review', on: 'review' },
  wait: { label: 'Look', on: 'review' },
  none: { label: 'Look', on: 'review' },
  edit: { label: 'Edit', on: 'form' },
  'submit-for-review': { label: 'Submit', on: 'form' },
  release: { label: 'Release', on: 'form' },
  assign: { label: 'Assign', on: 'form' },
  schedule: { label: 'Schedule', on: 'form' },
  unschedule: { label: 'Call off', on: 'form' },
  withdraw: { label: 'Look', on: 'form' },
};

const factsOf = (row: EntryStatus) => ({
  state: row.state,
  approvals: { given: row.approvalsGiven ?? 0, needed: row.approvalsNeeded ?? 0 },
  approvers: peopleIn(row.approvers),
  editors: peopleIn(row.editors),
  authors: peopleIn(row.authors),
  needsReviewer: row.needsReviewer ? (row.needsReviewerBecause ?? '') : null,
});

const peopleIn = (stored: unknown): Acting[] => (Array.isArray(stored) ? (stored as Acting[]) : []);
const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 159).trimEnd()}…` : text);
