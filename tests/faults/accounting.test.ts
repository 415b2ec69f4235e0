import { describe, expect, it } from 'vitest';
import { account, type Attempt, type Due, type Evidence, type LedgerRow } from './accounting.ts';

const person = 'reader@example.net';
const lesson: Due = { person, kind: 'lesson', what: 'one', excused: null };
const rowOf = (due: Due, state: string, messageId: string | null = '<1@x>'): LedgerRow => ({
  uid: `${due.kind}-${due.what}`,
  person: due.person,
  kind: due.kind,
  what: due.what,
  state,
  messageId,
  tries: 1,
  note: '',
});
const came: Attempt = { person, messageId: '<1@x>', taken: true, end: { said: 250 } };
const seen = (attempts: Attempt[], ...killedWith: string[]): Evidence => ({
  attempts,
  refusals: new Map([
    ['refusal-1', 550],
    ['refusal-2', 450],
  ]),
  killedWith: new Set(killedWith),
});
const clean = { lost: [], twice: [], unproved: [], stray: [] };

describe('the account of a run', () => {
  it('is even when every mail came once', () => {
    const result = account([lesson], [rowOf(lesson, 'accepted')], seen([came]));
    expect(result).toMatchObject({ ...clean, tallies: { lesson: { due: 1, delivered: 1, again: 0 } } });
  });

  it.each<[string, LedgerRow[], Attempt[]]>([
    ['was never planned', [], []],
    ['is called accepted and never came', [rowOf(lesson, 'accepted')], []],
    ['is still waiting', [rowOf(lesson, 'deferred')], []],
    [
      'is called rejected, and nobody refused it',
      [rowOf(lesson, 'rejected')],
      [{ ...came, taken: false, end: 'broken off' }],
    ],
    ['was suppressed without a reason', [rowOf(lesson, 'suppressed')], []],
  ])('finds a lost mail: one that %s', (_, ledger, attempts) => {
    expect(account([lesson], ledger, seen(attempts)).lost).toHaveLength(1);
  });

  it('finds a lesson that came twice, whatever its ledger says', () => {
    for (const state of ['accepted', 'uncertain', 'rejected'])
      expect(account([lesson], [rowOf(lesson, state)], seen([came, came])).twice).toHaveLength(1);
    const rows = [rowOf(lesson, 'accepted'), rowOf(lesson, 'accepted', '<2@x>')];
    expect(account([lesson], rows, seen([came, { ...came, messageId: '<2@x>' }])).twice).toHaveLength(1);
  });

  it.each(['correction', 'confirmation'] as const)('lets a %s come again under its own Message-ID alone', (kind) => {
    const due: Due = { ...lesson, kind, what: '5' };
    const again = account([due], [rowOf(due, 'accepted')], seen([{ ...came, end: 'no answer' }, came]));
    expect(again).toMatchObject({ ...clean, tallies: { [kind]: { delivered: 1, again: 1 } } });
    const other = account([due], [rowOf(due, 'accepted')], seen([came, { ...came, messageId: '<2@x>' }]));
    expect(other.stray).toHaveLength(1);
  });

  it('takes doubt only with its proof', () => {
    const row = rowOf(lesson, 'uncertain');
    const unanswered: Attempt = { ...came, end: 'no answer' };
    const cut: Attempt = { ...came, taken: false, end: 'cut in the message' };
    expect(account([lesson], [row], seen([cut]))).toMatchObject(clean);
    expect(account([lesson], [row], seen([unanswered]))).toMatchObject({
      ...clean,
      tallies: { lesson: { uncertain: { arrived: 1, not: 0 } } },
    });
    expect(account([lesson], [row], seen([], row.uid))).toMatchObject({
      ...clean,
      tallies: { lesson: { uncertain: { arrived: 0, not: 1 } } },
    });
    expect(account([lesson], [row], seen([came])).unproved).toHaveLength(1);
    expect(account([lesson], [row], seen([{ ...came, taken: false, end: 'broken off' }])).unproved).toHaveLength(1);
  });

  it('takes a refusal for a refusal: for good, or put off to the end', () => {
    const row = (note: string, tries = 1) => [{ ...rowOf(lesson, 'rejected', null), note, tries }];
    const rejected = { ...clean, tallies: { lesson: { rejected: 1 } } };
    expect(account([lesson], row('550 refusal-1'), seen([]))).toMatchObject(rejected);
    expect(account([lesson], row('450 refusal-2', 6), seen([]))).toMatchObject(rejected);
    expect(account([lesson], row('450 refusal-2', 5), seen([])).lost).toHaveLength(1);
    expect(account([lesson], row('550 refusal-3'), seen([])).lost).toHaveLength(1);
  });

  it('excuses what need not be sent, and finds what nobody was to get', () => {
    const left: Due = { ...lesson, excused: 'left' };
    expect(account([left], [], seen([]))).toMatchObject({ ...clean, tallies: { lesson: { excused: 1 } } });
    expect(account([], [rowOf(lesson, 'accepted')], seen([came])).stray).toHaveLength(1);
    expect(account([], [], seen([came])).stray).toHaveLength(1);
  });
});
