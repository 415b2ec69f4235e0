import { describe, expect, it } from 'vitest';
import { dueNotice } from '../../../editorial/rules/due-notices.ts';

const NONE = { askNoticeAt: null, askTold: null };
const DUE = '2026-06-05';
const ARMED = { askNoticeAt: '2026-06-04T00:00:00.000Z', askTold: null };
const at = (moment: string) => new Date(moment);

describe('the notice of the day until when somebody was asked', () => {
  it('comes the day before, stays until it is told, and is told of one day once', () => {
    expect(dueNotice(DUE, NONE, at('2026-06-01T12:00:00Z'))).toEqual(ARMED);
    // The clock was away: what is written meanwhile does not lose it.
    expect(dueNotice(DUE, ARMED, at('2026-06-09T12:00:00Z'))).toEqual(ARMED);
    const told = { askNoticeAt: null, askTold: DUE };
    expect(dueNotice(DUE, told, at('2026-06-04T12:00:00Z'))).toEqual(told);
    expect(dueNotice('2026-06-07', told, at('2026-06-04T12:00:00Z')).askNoticeAt).toBe('2026-06-06T00:00:00.000Z');
    expect(dueNotice(null, told, at('2026-06-04T12:00:00Z'))).toEqual(NONE);
  });

  it('does not come to who is asked for tomorrow', () => {
    expect(dueNotice(DUE, NONE, at('2026-06-04T12:00:00Z'))).toEqual({ askNoticeAt: null, askTold: DUE });
    expect(dueNotice(DUE, { ...ARMED, askNoticeAt: '2026-06-20T00:00:00.000Z' }, at('2026-06-04T12:00:00Z'))).toEqual({
      askNoticeAt: null,
      askTold: DUE,
    });
  });
});
