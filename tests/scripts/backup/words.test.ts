import { describe, expect, it } from 'vitest';
import type { Restored } from '../../../scripts/backup/restore-backup.ts';
import { wordsOf } from '../../../scripts/backup/words.ts';

const BACKUP = '2026-02-02T12:00:00.000Z';

describe('what a restore says of readers who left', () => {
  const said = (left: Partial<Restored['left']>, madeAt: string | null = BACKUP) =>
    wordsOf({
      ...{ end: null, mark: null, begunAnew: false, madeAt, mail: { held: 0, uncertain: 0, corrections: 0 } },
      left: { knownSince: new Date('2026-01-01'), since: new Date(madeAt ?? 0), damaged: 0, readers: 0, ...left },
    }).filter((line) => line.includes('readers-left.jsonl'));

  it('is nothing when nobody did, and how many when some did', () => {
    expect(said({})).toEqual([]);
    expect(said({ readers: 2 })).toEqual([
      '2 readers who have left since were let go again, as readers-left.jsonl has it.',
    ]);
  });

  it('is plain where it cannot know', () => {
    expect(said({ knownSince: null })).toEqual([
      expect.stringMatching(/^NOT KNOWN: .* since the backup\. There is no/),
    ]);
    expect(said({ knownSince: new Date('2026-02-03') })).toEqual([
      expect.stringContaining(
        'NOT KNOWN: who unsubscribed, complained or was erased between the backup and 2026-02-03T00',
      ),
    ]);
    expect(said({ damaged: 1 })).toEqual(['NOT KNOWN: 1 line of readers-left.jsonl is damaged.']);
    expect(said({}, null)).toEqual([expect.stringContaining('before 2026-01-01T00:00:00.000Z')]);
  });
});
