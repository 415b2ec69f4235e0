import { describe, expect, it } from 'vitest';
import { mentionAt, mentionedIn, namesLike } from '../../../admin/comments/mentions.ts';

const people = ['Demo editor', 'Demo clinician', 'Demo', 'Second demo clinician'].map((name, i) => ({
  id: String(i),
  name,
}));

describe('a colleague', () => {
  it('is offered behind an @, by any word of the name', () => {
    const text = 'Please @sec';
    const asked = mentionAt(text, text.length);
    expect(asked).toEqual({ from: 7, name: 'sec' });
    expect(namesLike(people, 'sec').map(({ name }) => name)).toEqual(['Second demo clinician']);
    expect(namesLike(people, 'clin').map(({ id }) => id)).toEqual(['1', '3']);
    expect(mentionAt('me@example', 10)).toBeNull();
    expect(mentionAt('no one', 6)).toBeNull();
  });

  it('is mentioned by the whole name, and not by a longer one', () => {
    expect(mentionedIn('@Demo clinician and @Second demo clinician, look.', people)).toEqual(['1', '3']);
    expect(mentionedIn('@Demo: look. @Nobody', people)).toEqual(['2']);
    expect(mentionedIn('Demo editor', people)).toEqual([]);
  });
});
