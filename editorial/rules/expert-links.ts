/** What a link for an outside expert is worth. The first that holds counts: an answer stays an answer. */
export type ExpertLinkState = 'answered' | 'revoked' | 'expired' | 'open';

export const MOST_DAYS = 30;

/** How much somebody outside can answer: characters, and how many comments on parts. */
export const ANSWER_LIMITS = { name: 100, credentials: 300, words: 4000, comment: 2000, comments: 60 };

/** Times as RFC 3339. Pure. */
export function expertLinkState(
  link: { answeredAt: string | null; revokedAt: string | null; expiresAt: string },
  now: Date,
): ExpertLinkState {
  if (link.answeredAt !== null) return 'answered';
  if (link.revokedAt !== null) return 'revoked';
  // A time that cannot be read has passed.
  return new Date(link.expiresAt) > now ? 'open' : 'expired';
}

/** What somebody from outside said about one exact text. Their name and credentials are their own words. */
export interface ExpertWord {
  /** of the link */
  uid: string;
  name: string;
  credentials: string;
  verdict: 'yes' | 'no';
  words: string;
  comments: ExpertComment[];
  /** RFC 3339 */
  at: string;
  /** revision hash of what they read */
  revision: string;
}

interface ExpertComment {
  /** path of the part, as a diff has it */
  field: string;
  label: string;
  text: string;
}

/** How the review history tells it: whose words these are stands first, and what they are not. */
export function expertComment({
  name,
  credentials,
  verdict,
  words,
  comments,
}: Omit<ExpertWord, 'at' | 'uid' | 'revision'>): string {
  return [
    `Outside expert ${name} (in their own words: ${credentials}) says ${verdict} to this text. This is no approval.`,
    ...(words === '' ? [] : [words]),
    ...comments.map(({ label, text }) => `${label}: ${text}`),
  ].join('\n');
}
