import type { StateFacts } from '../../editorial/timeline/read-state.ts';
import type { TimelineKind, TimelineLine } from '../../editorial/timeline/read-timeline.ts';
import type { Approval } from '../../model/release-row.ts';
import type { Change } from '../../editorial/rules/changes.ts';
import { WITHDRAWAL_WORDS } from '../../model/withdrawal.ts';
import { CHANGE_KIND_WORDS, counted, EVENT_WORDS, type Tone } from '../workflow/words.ts';
import { formatMoment } from '../workflow/dates.ts';

/** How a timeline says things. Pure. */

export const KIND_WORDS: Record<TimelineKind, string> = {
  all: 'All',
  released: 'Releases',
  reviews: 'Reviews',
  edits: 'Edits',
};

/** What stands at the head of a line, its colour, and what happened in one sentence. */
export function headOf(line: TimelineLine): { badge: string; tone: Tone; title: string } {
  switch (line.kind) {
    case 'release':
      return {
        badge: CHANGE_KIND_WORDS[line.changeKind].label,
        tone: line.changeKind === 'safety' ? 'bad' : line.changeKind === 'major' ? 'busy' : 'good',
        title: `Version ${line.version}, release ${line.seq}`,
      };
    case 'withdrawal':
      return {
        badge: 'Withdrawn',
        tone: 'bad',
        title: line.reason ? `Readers were told: ${WITHDRAWAL_WORDS[line.reason]}` : 'Readers have it no more',
      };
    case 'edit':
      return { badge: line.isFirst ? 'New entry' : 'Edited', tone: 'quiet', title: editWords(line) };
    case 'review':
      return {
        badge: line.event === 'submitted' ? 'Submitted' : EVENT_WORDS[line.event],
        tone: TONES[line.event] ?? 'quiet',
        title: reviewWords(line),
      };
  }
}

const TONES: Partial<Record<string, Tone>> = {
  submitted: 'busy',
  'changes-requested': 'bad',
  approved: 'good',
  renewed: 'good',
  'schedule-lapsed': 'bad',
};

const MOST_NAMED = 5;

function editWords({ changed, isFirst }: Extract<TimelineLine, { kind: 'edit' }>): string {
  if (isFirst) return 'The entry was made';
  if (changed === null) return 'Saved';
  if (changed.length === 0) return 'Saved without a change';
  const more = changed.length - MOST_NAMED;
  return more > 0
    ? `${changed.slice(0, MOST_NAMED).join(', ')} and ${counted(more, 'more field')}`
    : changed.join(', ');
}

function reviewWords({ comment, changeNote, changeKind, event, scheduledFor, scheduledVerb }: ReviewLine): string {
  if (event === 'scheduled' && scheduledFor)
    return `${scheduledVerb === 'withdraw' ? 'Withdrawal' : 'Release'} planned for ${formatMoment(scheduledFor, 'UTC')}`;
  if (event === 'submitted' && changeNote)
    return changeKind ? `${CHANGE_KIND_WORDS[changeKind].label}: ${changeNote}` : changeNote;
  return comment ? `“${comment}”` : '';
}
type ReviewLine = Extract<TimelineLine, { kind: 'review' }>;

/** A state, as a comparison calls it. */
export function nameOf({ kind, release, at }: StateFacts): string {
  if (kind === 'draft') return 'the draft now';
  return release ? `version ${release.version}` : `saved ${formatMoment(at, 'UTC')}`;
}

/**
 * Whose approvals a release rests on: a small change keeps those of an earlier text, and they are no word on this one.
 * Empty where there are none.
 */
export function approvalWords(approvals: readonly Approval[], revision: string): string {
  const names = (some: readonly Approval[]) => some.map(({ clinician }) => clinician.name).join(' and ');
  const own = names(approvals.filter((approval) => approval.revision === revision));
  const kept = names(approvals.filter((approval) => approval.revision !== revision));
  return [
    ...(own ? [`for this fingerprint: ${own}`] : []),
    ...(kept ? [`of an earlier text, kept: ${kept}`] : []),
  ].join('; ');
}

/** “3 changes: 1 safety, 2 wording”. */
export function countOf(changes: readonly Change[]): string {
  if (changes.length === 0) return 'Nothing differs: the two have the same words.';
  const weights = (['safety', 'meaning', 'wording'] as const).flatMap((weight) => {
    const own = changes.filter((change) => change.weight === weight).length;
    return own === 0 ? [] : [`${own} ${weight}`];
  });
  return `${counted(changes.length, 'change')}: ${weights.join(', ')}.`;
}

/** `4be1 90cd … 08d3`: enough to compare by eye; the whole one is beside it. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`;
