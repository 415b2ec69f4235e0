import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SIGNED_MEMBERS } from '../../model/release-row.ts';
import { WITHDRAWAL_WORDS } from '../../model/withdrawal.ts';

const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/feed.md'), 'utf8');
const rowsUnder = (heading: string) =>
  [
    ...text
      .split(`${heading}\n`)[1]!
      .split('\n#')[0]!
      .matchAll(/^\| (`.+) \| (.+) \|$/gm),
  ].map(([, first, second]) => [first!, second!] as const);

describe('docs/feed.md', () => {
  it('says of every reason of a withdrawal what readers are told', () => {
    const said = rowsUnder('### Why something was withdrawn').map(([reason, words]) => [
      reason.replaceAll('`', ''),
      words,
    ]);
    expect(Object.fromEntries(said)).toEqual(WITHDRAWAL_WORDS);
  });

  it('names every signed member of a row', () => {
    const named = rowsUnder('## A row').flatMap(([cell]) => cell.match(/\w+/g) ?? []);
    expect(named.sort()).toEqual([...SIGNED_MEMBERS].sort());
  });
});
