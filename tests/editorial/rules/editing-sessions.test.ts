import { describe, expect, it } from 'vitest';
import { sessionsOf } from '../../../editorial/rules/editing-sessions.ts';

const save = (time: string, actorName = 'Demo editor') => ({
  at: `2026-11-20T${time}:00.000Z`,
  actor: actorName,
  actorName,
  isFirst: false,
});

const sizes = (sessions: ReturnType<typeof sessionsOf>) => sessions.map(({ saves }) => saves.length);

describe('saves of one sitting are one line', () => {
  it('of the same person, with breaks of half an hour at most', () => {
    const saves = [save('10:40'), save('10:10'), save('10:05'), save('09:30')];
    expect(sizes(sessionsOf(saves, []))).toEqual([3, 1]);
  });

  it('never of two people', () => {
    const saves = [save('10:02'), save('10:01', 'Demo clinician'), save('10:00')];
    expect(sizes(sessionsOf(saves, []))).toEqual([1, 1, 1]);
  });

  it('and never around what happened amid them', () => {
    const saves = [save('10:10'), save('10:00')];
    expect(sizes(sessionsOf(saves, ['2026-11-20T10:05:00.000Z']))).toEqual([1, 1]);
    expect(sizes(sessionsOf(saves, ['2026-11-20T10:11:00.000Z', '2026-11-20T09:59:00.000Z']))).toEqual([2]);
  });
});
