/** Why text is taken from readers, and the words that they are told it in. */

export const WITHDRAWAL_REASONS = [
  'unsafe',
  'inaccurate',
  'out-of-date',
  'superseded',
  'source-retracted',
  'not-reviewed-in-time',
  'legal',
  'other',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/**
 * What readers are told, a sentence each. They are chosen from, never written: a withdrawal passes no review, so
 * words of whoever withdraws would reach readers that nobody approved.
 */
export const WITHDRAWAL_WORDS: Record<WithdrawalReason, string> = {
  unsafe: 'Following it could do harm.',
  inaccurate: 'Something in it was wrong.',
  'out-of-date': 'It was out of date.',
  superseded: 'Other text has taken its place.',
  'source-retracted': 'A source that it relied on has been retracted.',
  'not-reviewed-in-time': 'It was not reviewed in time.',
  legal: 'It was taken down for legal reasons.',
  other: 'It was taken down by those who publish it.',
};

/** What a withdrawal says to readers. */
export interface WithdrawalNotice {
  reason: WithdrawalReason;
  /** a clinician's own words, beside the standard ones; null when there are none */
  publicNote: string | null;
}

/** The whole of it, as one paragraph of plain text. */
export const withdrawalText = ({ reason, publicNote }: WithdrawalNotice): string =>
  [WITHDRAWAL_WORDS[reason], publicNote].filter((words) => words !== null).join(' ');
