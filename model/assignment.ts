/** Who is asked to work on an entry, and until when. It is no part of the text and permits nothing. */

/** A member of the staff as they were when they were asked. */
export interface Assignee {
  /** database id of the account as text */
  account: string;
  name: string;
}

export interface Assignment {
  /** counts the changes: of two at once, the second sees that there was a first */
  turn: number;
  /** who writes; null while nobody is named */
  author: Assignee | null;
  /** who are asked to approve, the first asked first */
  reviewers: Assignee[];
  /** the day until when, YYYY-MM-DD */
  dueAt: string | null;
  /** who said so last, RFC 3339 when, and what they added */
  byName: string | null;
  at: string | null;
  comment: string | null;
}

export const NOBODY_ASSIGNED: Assignment = {
  turn: 0,
  author: null,
  reviewers: [],
  dueAt: null,
  byName: null,
  at: null,
  comment: null,
};

/** As many as there are columns to look them up by. */
export const MOST_REVIEWERS = 3;
