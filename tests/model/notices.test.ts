import { describe, expect, it } from 'vitest';
import { mailDueAt } from '../../editorial/notices/mail-due.ts';
import { fieldOfTopic, mailOf, NOTICE_KINDS, NOTICE_TOPICS, topicOf } from '../../model/notices.ts';

const NOW = new Date('2026-06-01T09:00:30.000Z');

describe('how a notice is mailed', () => {
  it('is at once where it names the person, else once a day, unless they chose otherwise', () => {
    for (const kind of NOTICE_KINDS) {
      expect(mailOf({}, { kind, named: true })).toBe('at-once');
      expect(mailOf({ mail: 'by-name' }, { kind, named: false })).toBe('digest');
      expect(mailOf({ mail: 'never' }, { kind, named: true })).toBe('never');
      const field = fieldOfTopic(topicOf(kind));
      expect(mailOf({ mail: 'by-kind', kinds: { [field]: 'never' } }, { kind, named: true })).toBe('never');
      expect(mailOf({ mail: 'by-kind', kinds: { [field]: null } }, { kind, named: true })).toBe('at-once');
      expect(mailOf({ mail: 'at-once', kinds: { [field]: 'never' } }, { kind, named: false })).toBe('at-once');
    }
    expect([...new Set(NOTICE_KINDS.map(topicOf))].sort()).toEqual([...NOTICE_TOPICS].sort());
  });

  it('puts what comes within a minute into one mail', () => {
    expect(mailDueAt(NOW, 'at-once', {})).toEqual(new Date('2026-06-01T09:01:00Z'));
    expect(mailDueAt(new Date('2026-06-01T09:01:00Z'), 'at-once', {})).toEqual(new Date('2026-06-01T09:02:00Z'));
    expect(mailDueAt(NOW, 'never', {})).toBeNull();
  });

  it.each([
    [null, null, '2026-06-02T07:00:00.000Z'],
    [10, 'Europe/Berlin', '2026-06-02T08:00:00.000Z'],
    [12, 'Europe/Berlin', '2026-06-01T10:00:00.000Z'],
    [0, 'Pacific/Auckland', '2026-06-01T12:00:00.000Z'],
    [7, 'no/zone', '2026-06-02T07:00:00.000Z'],
  ])('comes once a day at %s in %s', (digestHour, timeZone, due) => {
    expect(mailDueAt(NOW, 'digest', { digestHour, timeZone })?.toISOString()).toBe(due);
  });

  it('comes after the gap on the night that clocks go forward', () => {
    const settings = { digestHour: 2, timeZone: 'Europe/Berlin' };
    expect(mailDueAt(new Date('2026-03-28T12:00:00Z'), 'digest', settings)).toEqual(new Date('2026-03-29T01:00:00Z'));
  });
});
