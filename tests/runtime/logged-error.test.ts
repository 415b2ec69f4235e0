import { expect, it } from 'vitest';
import { lineWithoutNames, loggedError } from '../../runtime/logged-error.ts';

const STATEMENT = 'Failed query: insert into subscribers values (?)\nparams: Old "words".';

it('an error in the log has its kind, code, words and causes, and neither addresses nor statements', () => {
  const cause = Object.assign(new TypeError('550 <a.reader@example.net> is nobody'), { code: 'E b@example.net' });
  const said = loggedError(new Error(STATEMENT, { cause }));
  expect(said).toMatchObject({
    type: 'Error',
    message: 'a statement of the database failed',
    cause: { type: 'TypeError', message: '550 <(an address)> is nobody', code: 'E (an address)' },
  });
  expect(JSON.stringify(said)).not.toMatch(/example\.net|words|subscribers/);
  expect(loggedError('to a.reader@example.net')).toEqual({ type: 'string', message: 'to (an address)', stack: '' });
});

it('an error that caused itself ends', () => {
  const error = new Error('again');
  error.cause = error;
  let depth = 0;
  for (let at = loggedError(error); at.cause; at = at.cause) depth += 1;
  expect(depth).toBe(5);
});

it('whatever else writes a line of the log, addresses and statements are taken out of it', () => {
  const line = JSON.stringify({ msg: `to a.reader@example.net: ${STATEMENT}`, seq: 4 });
  expect(lineWithoutNames(line)).toBe('{"msg":"to (an address): a statement of the database failed","seq":4}');
});
