import type { ReactNode } from 'react';
import type { LessonContent } from '../../../model/entries/course.ts';
import type { EmergencyNumber } from '../../../model/emergency-numbers.ts';
import { summaryOf } from '../../../model/entries/references.ts';
import { EVERYTHING } from '../../../model/entries/lesson-parts.ts';
import type { Release, ReleasedRow } from '../../../model/release-row.ts';
import { withdrawalText } from '../../../model/withdrawal.ts';
import { pageUrl } from '../../addresses.ts';
import type { LibraryEntry } from '../../../release-log/library.ts';
import { longDate } from '../../wording/dates.ts';
import { Action } from './action.tsx';
import { EntryBlock } from './entry-block.tsx';
import { Anchor, MailFrame, Paragraph, Paragraphs, Small, SubHeading } from './frame.tsx';
import { SafetyStrip } from './safety-strip.tsx';
import type { PersonalLinks } from './personal-links.ts';

export interface CorrectionMailProps {
  /** the log row that corrects or withdraws what was sent */
  row: Release;
  /** what to read instead of something withdrawn */
  instead: LibraryEntry | null;
  /** the words of the reader's lesson as they are now, when its course was corrected */
  lesson: LessonContent | null;
  /** live warning signs that the corrected words name, most urgent first */
  signs: ReleasedRow[];
  courseTitle: string;
  lessonSubject: string;
  /** RFC 3339 */
  lessonSentAt: string;
  links: PersonalLinks;
  emergency: readonly EmergencyNumber[];
  siteUrl: string;
  postalAddress: string;
  demo: boolean;
}

/** Tells a reader that something in a lesson they were sent no longer holds. */
export function CorrectionMail(props: CorrectionMailProps): ReactNode {
  const { row, courseTitle, lessonSubject, lessonSentAt, links, postalAddress, demo } = props;
  const isWithdrawal = row.kind === 'withdrawn';
  return (
    <MailFrame
      preview={isWithdrawal ? withdrawalText(row) : row.changeNote}
      demo={demo}
      eyebrow={courseTitle}
      title={isWithdrawal ? `We have withdrawn “${row.title}”` : `We have corrected “${row.title}”`}
      postalAddress={postalAddress}
      footer={
        <>
          <Small>You get this mail because a lesson that we sent you contained what is corrected here.</Small>
          <Small>
            <Anchor href={links.preferences}>Pause or change</Anchor>
            {' · '}
            <Anchor href={links.unsubscribe}>Unsubscribe</Anchor>
          </Small>
        </>
      }
    >
      <Paragraph>
        You read about this in the lesson “{lessonSubject}”, sent on {longDate(lessonSentAt)}.{' '}
        {isWithdrawal ? 'Please do not rely on it any more.' : 'Please use the text below instead.'}
      </Paragraph>
      {row.kind === 'withdrawn' ? <Withdrawal {...props} row={row} /> : <Correction {...props} row={row} />}
    </MailFrame>
  );
}

function Correction({ row, lesson, signs, emergency, siteUrl }: CorrectionMailProps & { row: ReleasedRow }): ReactNode {
  return (
    <>
      <Paragraph>
        <strong>What changed:</strong> {row.changeNote}
      </Paragraph>
      {row.type === 'course' ? (
        <>
          {lesson && (
            <>
              <SafetyStrip signs={signs} emergency={emergency} siteUrl={siteUrl} />
              <LessonWords lesson={lesson} />
            </>
          )}
          <Paragraph>
            {summaryOf(row.snapshot)} <Anchor href={pageUrl(siteUrl, row)}>See the course page</Anchor>.
          </Paragraph>
        </>
      ) : (
        <EntryBlock row={row} asked={EVERYTHING} detail="full" emergency={emergency} signs={signs} siteUrl={siteUrl} />
      )}
    </>
  );
}

const LessonWords = ({ lesson: { intro, action, outro } }: { lesson: LessonContent }): ReactNode => (
  <>
    <SubHeading>The lesson as it is now</SubHeading>
    <Paragraphs text={intro} />
    <Action text={action} />
    <Paragraphs text={outro} />
  </>
);

function Withdrawal({
  row,
  instead,
  siteUrl,
}: CorrectionMailProps & { row: Release & { kind: 'withdrawn' } }): ReactNode {
  return (
    <>
      <Paragraph>
        <strong>Why:</strong> {withdrawalText(row)}
      </Paragraph>
      <Paragraph>
        {instead ? (
          <>
            Read instead: <Anchor href={pageUrl(siteUrl, instead)}>{instead.title}</Anchor>.
          </>
        ) : (
          <>
            What we say now stands at <Anchor href={pageUrl(siteUrl, row)}>the page’s address</Anchor>.
          </>
        )}
      </Paragraph>
    </>
  );
}
