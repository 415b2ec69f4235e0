import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesAbove, parseCursor, type Cursor } from '../../../editorial/timeline/cursor.ts';
import { refusal } from '../../support/editing.ts';

const LIMITS = { events: 3, saves: 4 };

/** Lines of a chain, newest first, with times that never run backwards and may stand still. */
const chain = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 25 }).map((steps) => {
  let at = 0;
  const lines = steps.map((step, i) => ({ position: i + 1, at: String((at += step)).padStart(4, '0') }));
  return lines.reverse();
});

describe('a timeline is read page by page', () => {
  it('so that each line stands on one page, and no page is newer than the one before it', () => {
    fc.assert(
      fc.property(chain, chain, (events, saves) => {
        const seen = { events: [] as number[], saves: [] as number[] };
        let from: Cursor = { events: Infinity, saves: Infinity };
        let oldest = '9999';
        for (let page = 0; page < 60; page += 1) {
          const read = <Line extends { position: number }>(lines: Line[], below: number, limit: number) =>
            lines.filter(({ position }) => position < below).slice(0, limit + 1);
          const { next, ...on } = linesAbove(
            { events: read(events, from.events, LIMITS.events), saves: read(saves, from.saves, LIMITS.saves) },
            LIMITS,
          );
          const times = [...on.events, ...on.saves].map(({ at }) => at).sort();
          expect((times.at(-1) ?? '0') <= oldest).toBe(true);
          oldest = times[0] ?? oldest;
          seen.events.push(...on.events.map(({ position }) => position));
          seen.saves.push(...on.saves.map(({ position }) => position));
          if (next === null) break;
          from = parseCursor(next);
        }
        expect(seen.events).toEqual(events.map(({ position }) => position));
        expect(seen.saves).toEqual(saves.map(({ position }) => position));
      }),
    );
  });

  it.each(['', '1', '1.', '1.2.3', '-1.2', '1.9999999999999999', 'x.y'])('at no place like “%s”', async (text) => {
    expect(await refusal((async () => Promise.resolve(parseCursor(text)))())).toBe('invalid-request');
  });
});
