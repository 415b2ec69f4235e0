import type { ReactNode } from 'react';

export interface LetterLink {
  /** `A`, or `0–9` for all that begins with no letter of this alphabet */
  letter: string;
  /** null when nothing begins with it */
  href: string | null;
  chosen?: boolean;
}

/** The alphabet, each letter a link where something begins with it. */
export function Letters({ letters }: { letters: readonly LetterLink[] }): ReactNode {
  return (
    <nav aria-label="Letters">
      <ul className="chips az">
        {letters.map(({ letter, href, chosen = false }) => (
          <li key={letter}>
            {href === null ? (
              <span>{letter}</span>
            ) : (
              <a href={href} aria-current={chosen ? 'true' : undefined}>
                {letter}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
