import { expect, it } from 'vitest';
import { createTeller, failuresIn } from '../../runtime/tell-once.ts';

it('tells a failure once as long as it lasts, beside others, and again when it comes back', () => {
  const told: string[] = [];
  const tell = createTeller((name, { message }) => told.push(`${name}: ${message}`));
  const [one, two] = [new Error('one'), new Error('two')];
  tell('clock', [one]);
  tell('clock', [new Error('one'), two]);
  tell('mail', [one]);
  tell('clock', [one, two]);
  expect(told).toEqual(['clock: one', 'clock: two', 'mail: one']);
  tell('clock', []);
  tell('clock', [one]);
  expect(told.slice(3)).toEqual(['clock: one']);
});

it('takes apart what gathers several failures, and makes one of what is none', () => {
  const gathered = new AggregateError([new Error('one'), new AggregateError([new Error('two')])]);
  expect(failuresIn(gathered).map(({ message }) => message)).toEqual(['one', 'two']);
  expect(failuresIn('gone').map(({ message }) => message)).toEqual(['gone']);
});
