import { standInOf, type Colleague } from '../rules/absence.ts';
import type { Recipient } from './notify.ts';

/** Those who are asked by name, and for each who is away on this day whoever stands in for them. */
export function inTheirPlace(accounts: readonly string[], colleagues: readonly Colleague[], day: string): Recipient[] {
  return accounts.map((account) => {
    const person = colleagues.find((one) => one.account === account);
    const standIn = person && standInOf(person, colleagues, day);
    return { account: standIn?.account ?? account, named: true };
  });
}
