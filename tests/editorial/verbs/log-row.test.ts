import { expect, it } from 'vitest';
import { nextVersion } from '../../../editorial/verbs/log-row.ts';

it('starts at 1.0 whatever the change was called', () => {
  for (const kind of ['new', 'minor', 'major', 'safety'] as const) expect(nextVersion(null, kind)).toBe('1.0');
});

it('counts minor changes behind the point and everything else before it', () => {
  expect(nextVersion('1.0', 'minor')).toBe('1.1');
  expect(nextVersion('1.9', 'minor')).toBe('1.10');
  expect(nextVersion('1.10', 'minor')).toBe('1.11');
  expect(nextVersion('1.10', 'major')).toBe('2.0');
  expect(nextVersion('9.4', 'safety')).toBe('10.0');
});
