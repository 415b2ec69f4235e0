/** What corrections and withdrawals are called, on the site and in its feeds. */
import type { Grade } from '../../release-log/correction-list.ts';

export const gradeLabel: Readonly<Record<Grade, string>> = {
  safety: 'Safety',
  major: 'Major',
  minor: 'Minor',
  withdrawn: 'Withdrawn',
};

export const CORRECTIONS_TITLE = 'Corrections and withdrawals';
export const CORRECTIONS_LEDE =
  'What we changed or took back after readers had it: what it said, what is right now, and what to do. Nothing leaves this list.';

export const WORRIED = 'If you acted on it and you are worried, talk to a doctor or a pharmacist.';

/** What was taken back since takes its words with it, from this list as well. */
export const GONE_SINCE = 'The page was withdrawn later, and its words with it.';
export const RELEASED_AGAIN = 'It was released again after it had been withdrawn. What it said before is not shown.';
export const NOTHING_IN_WORDS = 'No words changed for readers.';
export const MORE_CHANGED = (count: number): string =>
  count === 1 ? 'One more part of the page changed.' : `${count} more parts of the page changed.`;
