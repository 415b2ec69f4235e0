import type { ReactNode } from 'react';
import type { TermContent } from '../../../model/entries/shared.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { Small, SubHeading } from './frame.tsx';

/** The words that the texts of a mail explain, each once, below them all. */
export function WordsInMail({ contents }: { contents: readonly { terms: readonly TermContent[] }[] }): ReactNode {
  const terms = new Map(contents.flatMap(({ terms: own }) => own.map((term) => [term.slug, term] as const)));
  if (terms.size === 0) return null;
  return (
    <>
      <SubHeading>{HEADINGS.termsInMail}</SubHeading>
      {[...terms.values()].map(({ slug, name, meaning }) => (
        <Small key={slug}>
          <strong>{name}:</strong> {meaning}
        </Small>
      ))}
    </>
  );
}
