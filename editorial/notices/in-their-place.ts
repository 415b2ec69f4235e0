import { standInOf, type Colleague } from '../rules/absence.ts';
import type { Recipient } from './notify.ts';

/**
 * Those who are asked by name, and for each who is away on this day whoever stands in for them. Where that one is `by`,
 * who is told nothing of their own acts, the person themselves is told: somebody must be.
 */
export function inTheirPlace(
  accounts: readonly string[],
  colleagues: readonly Colleague[],
  { day, by = null }: { day: string; by?: string | null },
): Recipient[] {
  return accounts.map((account) => {
    const person = colleagues.find((one) => one.account === account);
    const standIn = person && standInOf(person, colleagues, day);
    return { account: standIn && standIn.account !== by ? standIn.account : account, named: true };
  });
}
