import { Section } from '@react-email/section';
import type { ReactNode } from 'react';
import type { CauseContent } from '../../../model/entries/cause.ts';
import type { Asked } from '../../../model/entries/lesson-parts.ts';
import type { TreatmentContent } from '../../../model/entries/treatment.ts';
import type { ReleasedRow } from '../../../model/release-row.ts';
import { citingOf } from '../../html/citing.ts';
import { sectionLabel } from '../../wording/labels.ts';
import { CitedSources } from './cited-sources.tsx';
import { MailProse, SubHeading } from './frame.tsx';
import { MailFigures } from './mail-figures.tsx';
import { SignLines } from './safety-strip.tsx';

interface SectionsProps {
  entry: CauseContent | TreatmentContent;
  asked: Asked;
  /** every warning sign that the lesson has */
  signs: ReleasedRow[];
  siteUrl: string;
}

/** The sections that a lesson asks for, with their figures, and below them the sources that they cite. */
export function MailSections({ entry, asked, signs, siteUrl }: SectionsProps): ReactNode {
  const citing = citingOf(entry);
  const shown = entry.sections.filter(({ kind }) => kind !== null && asked.parts.includes(kind));
  return (
    <>
      {shown.map(({ kind, body, figures, urgentSigns }) => (
        <Section key={kind}>
          <SubHeading>{sectionLabel(kind)}</SubHeading>
          <SignLines uids={urgentSigns} signs={signs} siteUrl={siteUrl} />
          <MailProse prose={body} citing={citing} siteUrl={siteUrl} />
          <MailFigures figures={figures} entry={entry} siteUrl={siteUrl} />
        </Section>
      ))}
      <CitedSources texts={shown.map(({ body }) => body)} citing={citing} />
    </>
  );
}
