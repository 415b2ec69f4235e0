/** A colleague who can be mentioned. */
export interface Colleague {
  id: string;
  name: string;
}

/** What is being typed behind an `@` before the caret, and where the `@` stands; null elsewhere. */
export function mentionAt(text: string, caret: number): { from: number; name: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{M}.' -]{0,40})$/u.exec(text.slice(0, caret));
  const name = found?.[1];
  return name === undefined ? null : { from: caret - name.length - 1, name };
}

const MOST = 6;

/** Colleagues by what was typed of a word of their name; nobody when it is the whole name already. */
export function namesLike(people: readonly Colleague[], typed: string): Colleague[] {
  const asked = typed.toLowerCase();
  return people
    .filter(({ name }) => {
      const own = name.toLowerCase();
      return own !== asked.trim() && (own.startsWith(asked) || own.split(' ').some((word) => word.startsWith(asked)));
    })
    .slice(0, MOST);
}

/** Ids of those whose name stands behind an `@`; of two with one name both are meant. A longer name is not a shorter one. */
export function mentionedIn(text: string, people: readonly Colleague[]): string[] {
  const longestFirst = people.toSorted((one, other) => other.name.length - one.name.length);
  const names = text
    .split('@')
    .slice(1)
    .flatMap((rest) => {
      const own = longestFirst.find(({ name }) => rest.startsWith(name))?.name;
      return own === undefined ? [] : [own];
    });
  return people.filter(({ name }) => names.includes(name)).map(({ id }) => id);
}
