import type { ReactNode } from 'react';
import type { TermContent } from '../../../model/entries/shared.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { Small, SubHeading } from './frame.tsx';

/** Words and what they mean, below the texts that use them. */
export function WordsInMail({ terms }: { terms: readonly TermContent[] }): ReactNode {
  if (terms.length === 0) return null;
  return (
    <>
      <SubHeading>{HEADINGS.termsInMail}</SubHeading>
      {terms.map(({ slug, name, meaning }) => (
        <Small key={slug}>
          <strong>{name}:</strong> {meaning}
        </Small>
      ))}
    </>
  );
}
