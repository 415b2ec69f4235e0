/** The words of the workflow as the staff read them. Pure data; the rules live in `editorial/`. */
import type { EntryType } from '../../model/entries/types.ts';
import type { State, Verb } from '../../model/lifecycle.ts';
import type { ChangeKind } from '../../model/release-row.ts';
import type { ReviewEventKind } from '../../model/review-event.ts';

/** How urgent a state is, and so its colour: words always say it too. */
export type Tone = 'quiet' | 'busy' | 'good' | 'bad';

export const STATE_WORDS: Record<State, { label: string; tone: Tone }> = {
  draft: { label: 'Draft', tone: 'quiet' },
  'in-review': { label: 'In review', tone: 'busy' },
  'changes-requested': { label: 'Changes requested', tone: 'bad' },
  approved: { label: 'Approved', tone: 'good' },
  scheduled: { label: 'Scheduled', tone: 'good' },
  live: { label: 'Live', tone: 'good' },
  'review-overdue': { label: 'Review overdue', tone: 'bad' },
  withdrawn: { label: 'Withdrawn', tone: 'quiet' },
};

/** On buttons. Three dots where a dialog asks for more before anything happens. */
export const VERB_WORDS: Record<Verb, string> = {
  'submit-for-review': 'Submit for review…',
  'request-changes': 'Request changes…',
  approve: 'Review and approve…',
  release: 'Release',
  schedule: 'Schedule…',
  unschedule: 'Call off…',
  withdraw: 'Withdraw…',
  'renew-review': 'Renew review…',
};

export const EVENT_WORDS: Record<ReviewEventKind, string> = {
  submitted: 'Submitted for review',
  edited: 'Edited during review',
  commented: 'Comment',
  'changes-requested': 'Changes requested',
  answered: 'Request answered',
  approved: 'Approved',
  released: 'Released',
  scheduled: 'Scheduled',
  unscheduled: 'Schedule called off',
  'schedule-lapsed': 'Schedule lapsed',
  withdrawn: 'Withdrawn',
  renewed: 'Review renewed',
};

export const CHANGE_KIND_WORDS: Record<ChangeKind, { label: string; help: string }> = {
  new: { label: 'First release', help: 'Readers have not had this entry before.' },
  minor: { label: 'Minor', help: 'Wording, spelling, a link. What readers should do stays the same.' },
  major: { label: 'Major', help: 'New or different advice, a new section, new evidence.' },
  safety: {
    label: 'Safety',
    help: 'What was there could harm someone. Everyone who was mailed the old text gets a correction.',
  },
};

export const TYPE_WORDS: Record<EntryType, string> = {
  guide: 'Guide',
  cause: 'Cause',
  treatment: 'Treatment',
  'red-flag': 'Red flag',
  course: 'Email course',
};

/** “1 entry”, “3 entries”. */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count} ${count === 1 ? singular : plural}`;
