import { expect, it } from 'vitest';
import { folded } from '../../../publishers/email/folded.ts';

it.each([
  ['a.reader+one@example.net', 'areader@example.net'],
  ['A.Reader@Example.net', 'areader@example.net'],
  ['areader@other.example', 'areader@other.example'],
])('%s counts as %s', (address, name) => {
  expect(folded(address)).toBe(name);
});
