/** Who acted: an account, and the person behind it. The clock is neither. */
export interface Acting {
  /** database id of the account as text */
  actor: string | null;
  /** `clinician:{uid}` where the account had a clinician profile at that time, else `account:{id}` */
  person: string | null;
}

/** How a clinician stands with their register. Only who is in good standing approves, and only their approvals count. */
export const STANDINGS = ['in-good-standing', 'struck-off'] as const;

/** The person behind an account; `clinician` is the uid of its profile. */
export const personOf = (account: string, clinician: string | null): string =>
  clinician === null ? `account:${account}` : `clinician:${clinician}`;

/**
 * True when both acts are of one person: the same clinician through whatever accounts, or the same account
 * whatever profile it was given since. What no person did is of no person.
 */
const isSamePerson = (one: Acting, other: Acting): boolean =>
  (one.person !== null && one.person === other.person) || (one.actor !== null && one.actor === other.actor);

/** True when this person is among them. */
export const isAmong = (one: Acting, others: readonly Acting[]): boolean =>
  others.some((other) => isSamePerson(one, other));
