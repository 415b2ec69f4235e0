import type { ReactNode } from 'react';
import type { Exercise } from '../../../model/entries/exercise.ts';
import { asksForMore, chosenRows, type Asked, type LessonPart } from '../../../model/entries/lesson-parts.ts';
import type { Medicine } from '../../../model/entries/medicine.ts';
import type { TreatmentContent } from '../../../model/entries/treatment.ts';
import type { ReleasedRow } from '../../../model/release-row.ts';
import { doseLine } from '../../wording/doses.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { evidenceLabel, positionLabel } from '../../wording/labels.ts';
import { medicineLists, namesOf } from '../../wording/medicines.ts';
import { List, Listed, ListItem, Paragraph, Small, SubHeading } from './frame.tsx';
import { MailFigures } from './mail-figures.tsx';
import { MailSections } from './mail-sections.tsx';

/**
 * What a lesson asks of a treatment. Whatever that is, its cautions stand before it: a reader may read nothing else. Who
 * earns from it is said with the summary too.
 */
export function TreatmentBlock(props: {
  content: TreatmentContent;
  asked: Asked;
  signs: ReleasedRow[];
  siteUrl: string;
}): ReactNode {
  const { content, asked, signs, siteUrl } = props;
  const shows = (part: LessonPart) => asked.parts.includes(part);
  return (
    <>
      {asksForMore(asked) && (
        <>
          <Listed title={HEADINGS.cautions} items={content.cautions} />
          <Listed title={HEADINGS.interactions} items={content.interactions} />
        </>
      )}
      {shows('evidence') && <Evidence evidence={content.evidence} />}
      <MailSections {...{ asked, signs, siteUrl }} entry={content} />
      {shows('dose') && <Said title={HEADINGS.dose} text={content.dose ?? ''} />}
      {chosenRows(content.medicines, asked, 'medicines').map((medicine) => (
        <MedicineLimits key={medicine.key} medicine={medicine} />
      ))}
      {shows('how-to') && <Listed title={HEADINGS.howTo} items={content.howTo} ordered />}
      {chosenRows(content.exercises, asked, 'exercises').map((exercise) => (
        <ExerciseSteps key={exercise.key} exercise={exercise}>
          <MailFigures figures={exercise.figures} entry={content} siteUrl={siteUrl} />
        </ExerciseSteps>
      ))}
      {content.commercial && content.commercialDisclosure && <Small>{content.commercialDisclosure}</Small>}
    </>
  );
}

function Evidence({ evidence }: Pick<TreatmentContent, 'evidence'>): ReactNode {
  const { level, forWhat, statement, search, positions } = evidence;
  return (
    <>
      {(level !== null || statement !== '') && (
        <Paragraph>
          <strong>{level ? evidenceLabel(level) : HEADINGS.evidence}.</strong> {statement}
        </Paragraph>
      )}
      <Said title={HEADINGS.forWhat} text={forWhat} />
      <Said title={HEADINGS.search} text={search ?? ''} />
      {positions.length > 0 && (
        <>
          <SubHeading>{HEADINGS.positions}</SubHeading>
          <List>
            {positions.map(({ body, position, statement: said }) => (
              <ListItem key={body}>
                <strong>{`${body}: ${positionLabel(position)}.`}</strong> {said}
              </ListItem>
            ))}
          </List>
        </>
      )}
    </>
  );
}

function ExerciseSteps({ exercise, children }: { exercise: Exercise; children: ReactNode }): ReactNode {
  return (
    <>
      <SubHeading>{exercise.name}</SubHeading>
      <Paragraph>
        <strong>{doseLine(exercise)}</strong>
      </Paragraph>
      {children}
      <Said title={HEADINGS.start} text={exercise.start} />
      <Said title={HEADINGS.movement} text={exercise.movement} />
      <Said title={HEADINGS.progression} text={exercise.progression} />
      <Said title={HEADINGS.stopRule} text={exercise.stopRule} />
    </>
  );
}

function MedicineLimits({ medicine }: { medicine: Medicine }): ReactNode {
  return (
    <>
      <SubHeading>{namesOf(medicine)}</SubHeading>
      <Said title={HEADINGS.maximum} text={medicine.maximum} />
      {medicineLists(medicine).map(({ title, lines }) => (
        <Listed key={title} title={title} items={lines} />
      ))}
    </>
  );
}

const Said = ({ title, text }: { title: string; text: string }): ReactNode =>
  text !== '' && (
    <Paragraph>
      <strong>{title}:</strong> {text}
    </Paragraph>
  );
