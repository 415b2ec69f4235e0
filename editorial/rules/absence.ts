import type { ErrorCode } from '../../model/errors.ts';
import type { Role } from '../../model/lifecycle.ts';
import { WHO_MAY } from './lifecycle.ts';

/** When somebody is away, both days included (YYYY-MM-DD), and who stands in for them. */
export interface Absence {
  from: string;
  until: string;
  /** database id of the account as text */
  substitute: string | null;
}

/** A member of the staff, as far as standing in for each other asks. */
export interface Colleague {
  account: string;
  name: string;
  role: Role;
  /** a clinician profile in good standing */
  canApprove: boolean;
  absence: Absence | null;
}

export interface NoSubstitute {
  code: ErrorCode;
  message: string;
  field: 'absentFrom' | 'absentUntil' | 'substitute';
}

export const isAway = ({ absence }: Pick<Colleague, 'absence'>, day: string): boolean =>
  absence !== null && absence.from <= day && day <= absence.until;

/**
 * Why somebody cannot be away like that; null when they can. `standsInFor`: those who named this person themselves. One
 * who stands in passes nothing on: their own absence must not fall into that of whoever named them.
 */
export function refusedAbsence(
  person: Colleague,
  substitute: Colleague | null,
  standsInFor: readonly Colleague[],
): NoSubstitute | null {
  const { absence } = person;
  if (!absence) return null;
  if (absence.until < absence.from) return no('absentUntil', 'The last day must not be before the first.');
  const left = standsInFor.find((one) => one.account !== person.account && overlaps(one.absence, absence));
  if (left)
    return no(
      'absentFrom',
      `You stand in for ${left.name} until ${left.absence?.until ?? ''}: they must ask somebody else first.`,
    );
  if (absence.substitute === null) return null;
  if (!substitute) return no('substitute', 'There is no such account.');
  if (substitute.account === person.account) return no('substitute', 'Nobody stands in for themselves.');
  const unfit = whyNotSubstitute(person, substitute);
  if (unfit) return no('substitute', unfit);
  return overlaps(substitute.absence, absence)
    ? no('substitute', `${substitute.name} is away then too, until ${substitute.absence?.until ?? ''}.`)
    : null;
}

/**
 * Who does the work of somebody on this day: their substitute while they are away, as far as that one could do it and
 * is there. Null when nobody does it in their place. One step, never two.
 */
export function standInOf(person: Colleague, colleagues: readonly Colleague[], day: string): Colleague | null {
  const named = person.absence?.substitute ?? null;
  if (named === null || !isAway(person, day)) return null;
  const substitute = colleagues.find(({ account }) => account === named);
  if (!substitute || substitute.account === person.account) return null;
  return whyNotSubstitute(person, substitute) === null && !isAway(substitute, day) ? substitute : null;
}

/** Whoever stands in must be able to do all that the role of the other is for. */
function whyNotSubstitute({ role, canApprove }: Colleague, substitute: Colleague): string | null {
  const sees = (one: Role) => one === 'mailer' || one === 'admin';
  const covers = Object.values(WHO_MAY).every((roles) => !roles.includes(role) || roles.includes(substitute.role));
  if (!covers || (role === 'mailer' && !sees(substitute.role)))
    return `${substitute.name} has another role: that of ${role} is needed.`;
  if (canApprove && !substitute.canApprove) return `${substitute.name} is no clinician in good standing.`;
  return null;
}

const overlaps = (one: Absence | null, other: Absence): boolean =>
  one !== null && one.from <= other.until && other.from <= one.until;

const no = (field: NoSubstitute['field'], message: string): NoSubstitute => ({
  code: 'invalid-request',
  message,
  field,
});
