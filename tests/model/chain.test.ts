import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkAfter, linkProblems, type ChainHead } from '../../model/chain.ts';

type Row = Record<string, unknown> & ChainHead;

const chainOf = (lines: Record<string, unknown>[]): Row[] => {
  const rows: Row[] = [];
  for (const line of lines) rows.push({ ...line, ...linkAfter(rows.at(-1) ?? null, line) });
  return rows;
};
const problemsOf = (rows: Row[]): string[] => rows.flatMap((row, i) => linkProblems(row, rows[i - 1] ?? null));

const without = (row: Row, member: string): Row => ({ ...row, [member]: undefined });

const LINES = ['submitted', 'approved', 'released'].map((event) => ({ event, at: '2026-06-01T12:00:00.000Z' }));

describe('a chain', () => {
  it('counts from one, and each row names the hash of the one before', () => {
    const rows = chainOf(LINES);
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(rows.map(({ previous }) => previous)).toEqual([null, rows[0]?.hash, rows[1]?.hash]);
    expect(rows[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(problemsOf(rows)).toEqual([]);
  });

  it.each<[string, (rows: Row[]) => Row[], string[]]>([
    ['a changed member', ([a, b, c]) => [a!, { ...b!, event: 'edited' }, c!], ['was changed']],
    ['a new member', ([a, b, c]) => [a!, { ...b!, comment: 'Yes.' }, c!], ['was changed']],
    ['a member that was taken away', ([a, b, c]) => [without(a!, 'at'), b!, c!], ['was changed']],
    ['a missing row', ([a, , c]) => [a!, c!], ['position 3 follows 1', 'does not follow the row before it']],
    ['a missing first row', ([, b, c]) => [b!, c!], ['position 2 follows 0', 'does not follow the row before it']],
    [
      'a changed row with a hash of its own',
      ([a, , c]) => [a!, { event: 'edited', ...linkAfter(a!, { event: 'edited' }) }, c!],
      ['does not follow the row before it'],
    ],
  ])('shows %s', (_, tamper, problems) => {
    expect(problemsOf(tamper(chainOf(LINES)))).toEqual(problems);
  });

  it('shows two rows that changed places', () => {
    const [a, b, c] = chainOf(LINES);
    expect(problemsOf([a!, c!, b!])).not.toEqual([]);
  });

  it('holds when a database hands back ids, empty columns and other spellings of a moment', () => {
    const [row] = chainOf([{ event: 'submitted', at: '2026-06-01T12:00:00Z', due: '2026-07-01' }]);
    const stored = {
      ...row!,
      at: '2026-06-01T12:00:00.000Z',
      due: '2026-07-01T00:00:00.000Z',
      id: 7,
      comment: null,
      last: true,
    };
    expect(linkProblems(stored, null)).toEqual([]);
    expect(linkProblems({ ...stored, at: '2026-06-01T12:00:00.001Z' }, null)).toEqual(['was changed']);
  });

  it('shows any change of any member', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1 }),
        fc.string(),
        (line, to) => {
          const [row] = chainOf([line]);
          const [name] = Object.keys(line);
          fc.pre(!['id', '_id', '__v', 'hash', 'last', 'createdAt', 'updatedAt'].includes(name!));
          fc.pre(JSON.stringify(row![name!]) !== JSON.stringify(to));
          expect(linkProblems({ ...row!, [name!]: to }, null)).not.toEqual([]);
        },
      ),
    );
  });
});
