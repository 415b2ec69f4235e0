import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { approveBody } from '../../editorial/verbs/approve.ts';
import { releaseBody } from '../../editorial/verbs/release.ts';
import { renewBody } from '../../editorial/verbs/renew-review.ts';
import { requestChangesBody } from '../../editorial/verbs/request-changes.ts';
import { scheduleBody } from '../../editorial/verbs/schedule.ts';
import { submitBody } from '../../editorial/verbs/submit-for-review.ts';
import { unscheduleBody } from '../../editorial/verbs/unschedule.ts';
import { withdrawBody } from '../../editorial/verbs/withdraw.ts';
import { ERROR_STATUS } from '../../model/errors.ts';
import { VERBS, type Verb } from '../../model/lifecycle.ts';

const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/http.md'), 'utf8');
const rowsOf = (heading: string) =>
  [
    ...text
      .split(`## ${heading}`)[1]!
      .split('\n## ')[0]!
      .matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm),
  ].map(([, name, cell]): [string, string] => [name!, cell!]);

const BODIES: Record<Verb, { shape: Record<string, { safeParse: (value: unknown) => { success: boolean } }> }> = {
  'submit-for-review': submitBody,
  'request-changes': requestChangesBody,
  approve: approveBody,
  release: releaseBody,
  schedule: scheduleBody,
  unschedule: unscheduleBody,
  withdraw: withdrawBody,
  'renew-review': renewBody,
};

describe('docs/http.md', () => {
  const verbs = rowsOf('Verbs');

  it('has a row for every verb', () => {
    expect(verbs.map(([verb]) => verb)).toEqual([...VERBS]);
  });

  it.each(VERBS)('names the body of %s, and what may be left out of it', (verb) => {
    const cell = new Map(verbs).get(verb) ?? '';
    const said = cell.replace(/\([^)]*\)/g, '').match(/[a-zA-Z]+\??(?=`)/g);
    const fields = Object.entries(BODIES[verb].shape).map(([name, field]) =>
      field.safeParse(undefined).success ? `${name}?` : name,
    );
    expect(said?.sort()).toEqual(fields.sort());
  });

  it('lists every error code with its status', () => {
    const said = rowsOf('Errors').map(([code, status]) => [code, Number(status)]);
    expect(Object.fromEntries(said)).toEqual(ERROR_STATUS);
  });
});
