import { expect, it } from 'vitest';
import { createMailServerBreaker } from '../../../publishers/email/mail-server-breaker.ts';
import type { TransportResult } from '../../../publishers/email/mail-transport.ts';

const at = (seconds: number) => new Date(seconds * 1000);
const lost: TransportResult = { kind: 'no-answer', reason: 'reset' };
const refused = (code: number): TransportResult => ({ kind: 'refused', code, command: 'DATA', response: `${code}` });

it('rests after five failures in a row, longer each time, tries one mail, and goes on when it is answered', () => {
  const breaker = createMailServerBreaker();
  for (let i = 0; i < 4; i += 1) expect(breaker.heard(lost, at(0))).toBeNull();
  expect(breaker.allows(5, at(0))).toBe(5);
  expect(breaker.heard({ kind: 'not-sent', reason: 'nobody there' }, at(0))).toBe('paused');
  expect([0, 4.9, 5].map((second) => breaker.allows(5, at(second)))).toEqual([0, 0, 1]);
  expect(breaker.heard(refused(421), at(5))).toBe('paused');
  expect([14.9, 15].map((second) => breaker.allows(5, at(second)))).toEqual([0, 1]);
  expect(breaker.heard({ kind: 'accepted', response: '250' }, at(15))).toBe('resumed');
  expect(breaker.allows(5, at(15))).toBe(5);
});

it('is not moved by answers about single mails, nor by what was under way when it began to rest', () => {
  const breaker = createMailServerBreaker();
  for (let i = 0; i < 20; i += 1) breaker.heard(i % 5 === 4 ? refused(550) : lost, at(0));
  expect(breaker.allows(5, at(0))).toBe(5);
  for (let i = 0; i < 9; i += 1) breaker.heard(lost, at(0));
  expect(breaker.allows(5, at(5))).toBe(1);
});

it('never rests for more than five minutes', () => {
  const breaker = createMailServerBreaker();
  let now = 0;
  for (let i = 0; i < 30; i += 1) {
    breaker.heard(lost, at(now));
    now += 300;
  }
  expect(breaker.allows(5, at(now))).toBe(1);
});
