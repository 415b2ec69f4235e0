import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAway, refusedAbsence, standInOf, type Absence, type Colleague } from '../../../editorial/rules/absence.ts';
import { ROLES } from '../../../model/lifecycle.ts';

const away = (from: string, until: string, substitute: string | null = null): Absence => ({ from, until, substitute });
const one = (account: string, over: Partial<Colleague> = {}): Colleague => ({
  account,
  name: `Colleague ${account}`,
  role: 'reviewer',
  canApprove: true,
  absence: null,
  ...over,
});

const day = fc.integer({ min: 1, max: 20 }).map((n) => `2026-06-${String(n).padStart(2, '0')}`);
const accounts = ['1', '2', '3', '4'];
const anAbsence = fc
  .record({ one: day, other: day, substitute: fc.constantFrom(null, ...accounts) })
  .map(({ one: a, other: b, substitute }) => away(a < b ? a : b, a < b ? b : a, substitute));
const aTeam = fc.tuple(
  ...accounts.map((account) =>
    fc.record({
      account: fc.constant(account),
      name: fc.constant(`Colleague ${account}`),
      role: fc.constantFrom(...ROLES),
      canApprove: fc.boolean(),
      absence: fc.option(anAbsence),
    }),
  ),
);

describe('who stands in for somebody who is away', () => {
  it('is the substitute, on both the first and the last day, and nobody before and after', () => {
    const team = [one('1', { absence: away('2026-06-02', '2026-06-04', '2') }), one('2')];
    const on = (when: string) => standInOf(team[0]!, team, when)?.account ?? null;
    expect(['2026-06-01', '2026-06-02', '2026-06-04', '2026-06-05'].map(on)).toEqual([null, '2', '2', null]);
  });

  it('is nobody once the substitute has left, is away, lost their standing or has another role', () => {
    const person = one('1', { absence: away('2026-06-01', '2026-06-09', '2') });
    const without = (substitute: Colleague[]) => standInOf(person, [person, ...substitute], '2026-06-05');
    expect(without([])).toBeNull();
    expect(without([one('2', { absence: away('2026-06-05', '2026-06-05') })])).toBeNull();
    expect(without([one('2', { canApprove: false })])).toBeNull();
    expect(without([one('2', { role: 'editor' })])).toBeNull();
    expect(without([one('2', { role: 'admin' })])?.account).toBe('2');
  });

  it('passes work on once and never back, whatever the accounts say', () => {
    fc.assert(
      fc.property(aTeam, day, (team, when) => {
        for (const person of team) {
          const standIn = standInOf(person, team, when);
          if (!standIn) continue;
          expect(standIn.account).not.toBe(person.account);
          expect(isAway(standIn, when)).toBe(false);
          expect(standInOf(standIn, team, when)).toBeNull();
        }
      }),
    );
  });
});

describe('an absence', () => {
  it('is refused with its field: days the wrong way round, oneself, nobody, another role, no clinician', () => {
    const refuse = (absence: Absence, substitute: Colleague | null) =>
      refusedAbsence(one('1', { absence }), substitute, [])?.field ?? null;
    expect(refuse(away('2026-06-04', '2026-06-02'), null)).toBe('absentUntil');
    expect(refuse(away('2026-06-02', '2026-06-04'), null)).toBeNull();
    const named = (account: string) => away('2026-06-02', '2026-06-04', account);
    expect(refuse(named('1'), one('1'))).toBe('substitute');
    expect(refuse(named('9'), null)).toBe('substitute');
    expect(refuse(named('2'), one('2', { role: 'editor', canApprove: false }))).toBe('substitute');
    expect(refuse(named('2'), one('2', { role: 'mailer' }))).toBe('substitute');
    expect(refuse(named('2'), one('2', { canApprove: false }))).toBe('substitute');
    expect(refuse(named('2'), one('2'))).toBeNull();
  });

  it('makes no chain and no circle: nobody who was accepted passes on what others passed to them', () => {
    fc.assert(
      fc.property(aTeam, (team) => {
        const accepted: Colleague[] = team.map((member) => ({ ...member, absence: null }));
        for (const [i, member] of team.entries()) {
          const substitute = accepted.find(({ account }) => account === member.absence?.substitute) ?? null;
          const standsInFor = accepted.filter(({ absence }) => absence?.substitute === member.account);
          if (refusedAbsence(member, substitute, standsInFor) === null) accepted[i] = member;
        }
        for (let n = 1; n <= 20; n += 1) {
          const when = `2026-06-${String(n).padStart(2, '0')}`;
          const absent = accepted.filter((member) => isAway(member, when) && member.absence?.substitute);
          for (const { absence } of absent) {
            const substitute = accepted.find(({ account }) => account === absence?.substitute);
            expect(substitute && isAway(substitute, when)).toBe(false);
          }
        }
      }),
    );
  });
});
