import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../publishers/email/outcome.ts';
import type { TransportResult } from '../../../publishers/email/mail-transport.ts';

const now = new Date('2026-02-02T09:00:00.000Z');
const lesson = { kind: 'lesson', plannedAt: now } as const;
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const refused = (code: number, command: string, response: string): TransportResult => ({
  kind: 'refused',
  code,
  command,
  response,
});

describe('what the ledger makes of the transport’s word', () => {
  it('accepted is accepted', () => {
    expect(outcomeOf({ kind: 'accepted', response: '250 ok' }, { ...lesson, tries: 1, now })).toEqual({
      state: 'accepted',
      note: '250 ok',
    });
  });

  it('no answer to a lesson is uncertain, whatever the try', () => {
    for (const tries of [1, 6, 100]) {
      expect(outcomeOf({ kind: 'no-answer', reason: 'reset' }, { ...lesson, tries, now })).toEqual({
        state: 'uncertain',
        note: 'reset',
      });
    }
  });

  it.each(['correction', 'confirmation'] as const)(
    'no answer to a %s is tried again for 7 days, then uncertain',
    (kind) => {
      const lost: TransportResult = { kind: 'no-answer', reason: 'reset' };
      const planned = (days: number) => ({ kind, plannedAt: after(-days * 24 * 60), tries: 30, now });
      expect(outcomeOf(lost, planned(6.9))).toEqual({ state: 'deferred', note: 'reset', retryAt: after(360) });
      expect(outcomeOf({ ...lost, kind: 'not-sent' }, planned(6.9)).state).toBe('deferred');
      expect(outcomeOf(lost, planned(7)).state).toBe('uncertain');
      expect(outcomeOf({ ...lost, kind: 'not-sent' }, planned(7)).state).toBe('rejected');
    },
  );

  it.each([
    [1, 1],
    [2, 5],
    [3, 30],
    [4, 120],
    [5, 360],
  ])('try %i that is put off waits %i minutes', (tries, minutes) => {
    const result = refused(451, 'RCPT TO', '451 later');
    expect(outcomeOf(result, { ...lesson, tries, now })).toEqual({
      state: 'deferred',
      note: '451 later',
      retryAt: after(minutes),
    });
  });

  it('gives up on a server that keeps putting it off, and does not suppress the address', () => {
    const result = refused(451, 'RCPT TO', '451 later');
    expect(outcomeOf(result, { ...lesson, tries: 6, now })).toEqual({
      state: 'rejected',
      note: '451 later',
      suppress: false,
    });
  });

  it('goes on for more than four days when the mail server cannot be reached', () => {
    const waits = Array.from({ length: 21 }, (_, i) =>
      outcomeOf({ kind: 'not-sent', reason: 'refused' }, { ...lesson, tries: i + 1, now }),
    );
    const minutes = waits.map((one) =>
      one.state === 'deferred' ? (one.retryAt.getTime() - now.getTime()) / 60_000 : 0,
    );
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(4 * 24 * 60);
    expect(outcomeOf({ kind: 'not-sent', reason: 'refused' }, { ...lesson, tries: 22, now }).state).toBe('rejected');
  });

  it.each([
    [550, 'RCPT TO', '550 no such user', true],
    [550, 'RCPT TO', '550 5.1.1 no such user', true],
    [550, 'RCPT TO', '550 5.2.1 mailbox disabled', true],
    [551, 'RCPT TO', '551 not local', true],
    [553, 'RCPT TO', '553-5.1.3 bad address', true],
    [550, 'RCPT TO', '550 5.7.1 policy', false],
    [552, 'RCPT TO', '552 5.2.2 mailbox full', false],
    [554, 'RCPT TO', '554 no', false],
    [550, 'MAIL FROM', '550 5.1.8 bad sender', false],
    [554, 'DATA', '554 5.6.0 content', false],
  ])('%i to %s (%s) is rejected; address suppressed: %s', (code, command, response, suppress) => {
    expect(outcomeOf(refused(code, command, response), { ...lesson, tries: 1, now })).toEqual({
      state: 'rejected',
      note: response,
      suppress,
    });
  });
});
