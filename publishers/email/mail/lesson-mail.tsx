import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import type { ReactNode } from 'react';
import type { CourseContent } from '../../../model/entries/course.ts';
import type { Release } from '../../../model/release-row.ts';
import { withdrawalText } from '../../../model/withdrawal.ts';
import { pageUrl } from '../../addresses.ts';
import { longDate } from '../../wording/dates.ts';
import { inOneLine, type EmergencyNumber } from '../../../model/emergency-numbers.ts';
import { reviewedBy } from '../../wording/reviewers.ts';
import { askedOf, type LessonMaterial } from '../lesson-material.ts';
import { wordsUsed } from '../words-used.ts';
import { Action } from './action.tsx';
import { EntryBlock, type Detail } from './entry-block.tsx';
import { Anchor, MailFrame, Paragraph, Paragraphs, Rule, Small } from './frame.tsx';
import { LessonFigures } from './mail-figures.tsx';
import type { PersonalLinks } from './personal-links.ts';
import { WordsInMail } from './words-in-mail.tsx';
import { SafetyStrip } from './safety-strip.tsx';
import { STYLES } from './theme.ts';

export interface LessonMailProps {
  material: LessonMaterial;
  /** one per entry of the material */
  details: Detail[];
  /** null in the browser: whoever is shown the page must not be able to unsubscribe somebody else */
  links: PersonalLinks | null;
  /** it was held back, and its reader waited */
  resumes?: boolean;
  /** in the browser: what was corrected or withdrawn since the mail went out */
  later?: Release[];
  emergency: readonly EmergencyNumber[];
  siteUrl: string;
  postalAddress: string;
  demo: boolean;
}

/** One lesson of a course. */
export function LessonMail({
  material,
  details,
  links,
  resumes = false,
  later = [],
  emergency,
  siteUrl,
  postalAddress,
  demo,
}: LessonMailProps): ReactNode {
  const { course, lesson, entries, signs, leftOut } = material;
  return (
    <MailFrame
      preview={lesson.preheader}
      demo={demo}
      eyebrow={`${course.content.title} · lesson ${numberOf(course.content, lesson.key)} of ${course.content.lessons.length}`}
      title={lesson.subject}
      postalAddress={postalAddress}
      footer={<Footer title={course.content.title} links={links} />}
    >
      {later.length > 0 && <Later rows={later} siteUrl={siteUrl} />}
      <SafetyStrip signs={signs} emergency={emergency} siteUrl={siteUrl} />
      {resumes && (
        <Paragraph>
          This lesson was held back while a clinician looked at it again. The course goes on now; thank you for waiting.
        </Paragraph>
      )}
      <Paragraphs text={lesson.intro} />
      <LessonFigures figures={lesson.figures} siteUrl={siteUrl} />
      {entries.map((row, i) => (
        <EntryBlock
          key={row.uid}
          row={row}
          asked={askedOf(lesson, row.uid)}
          detail={details[i] ?? 'summary'}
          emergency={emergency}
          signs={[...signs, ...entries]}
          siteUrl={siteUrl}
        />
      ))}
      {leftOut > 0 && (
        <Small>
          {leftOut === 1 ? 'One part of this lesson is' : `${leftOut} parts of this lesson are`} being looked at again
          by a clinician and left out here.
        </Small>
      )}
      <Action text={lesson.action} />
      <Rule />
      <Paragraphs text={lesson.outro} />
      <WordsInMail terms={wordsUsed(material, (at) => details[at] === 'full')} />
      <Byline material={material} emergency={emergency} />
    </MailFrame>
  );
}

const numberOf = ({ lessons }: CourseContent, key: string) => lessons.findIndex((lesson) => lesson.key === key) + 1;

function Later({ rows, siteUrl }: { rows: Release[]; siteUrl: string }): ReactNode {
  return (
    <Section className="red" style={STYLES.redBox}>
      <Text className="redlabel" style={STYLES.redLabel}>
        This mail is out of date
      </Text>
      {rows.map((row) => (
        <Paragraph key={row.seq}>
          “<Anchor href={pageUrl(siteUrl, row)}>{row.title}</Anchor>” was{' '}
          {row.kind === 'withdrawn' ? 'withdrawn' : 'corrected'} on {longDate(row.releasedAt)}:{' '}
          {row.kind === 'withdrawn' ? withdrawalText(row) : row.changeNote}
        </Paragraph>
      ))}
    </Section>
  );
}

function Byline({ material: { course }, emergency }: Pick<LessonMailProps, 'material' | 'emergency'>): ReactNode {
  return (
    <Small>
      Reviewed by {reviewedBy(course.row)}. Last reviewed {longDate(course.row.reviewedAt)}. General information only:
      it cannot tell you what you have. In an emergency call {inOneLine(emergency)}.
    </Small>
  );
}

function Footer({ title, links }: { title: string; links: PersonalLinks | null }): ReactNode {
  if (!links) return <Small>You are looking at a lesson of the email course “{title}” in the browser.</Small>;
  return (
    <>
      <Small>You get this mail because you asked for the course “{title}” and confirmed it.</Small>
      <Small>
        <Anchor href={links.preferences}>Pause or change</Anchor>
        {' · '}
        <Anchor href={links.unsubscribe}>Unsubscribe</Anchor>
        {' · '}
        <Anchor href={links.lesson}>Read in the browser</Anchor>
      </Small>
    </>
  );
}
