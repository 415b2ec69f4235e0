import { Button } from '@react-email/button';
import { Section } from '@react-email/section';
import type { ReactNode } from 'react';
import type { CourseContent } from '../../../model/entries/course.ts';
import { Anchor, MailFrame, Paragraph, Small } from './frame.tsx';
import type { PersonalLinks } from './personal-links.ts';
import { STYLES } from './theme.ts';

export interface ConfirmationMailProps {
  course: CourseContent;
  /** the person confirmed earlier: there is nothing to confirm, only something to say */
  alreadyTaking: boolean;
  /** nothing of the first lesson may go out yet */
  held: boolean;
  links: PersonalLinks;
  postalAddress: string;
  demo: boolean;
}

/** Asks whoever reads the mailbox whether it was they who asked for the course. */
export function ConfirmationMail({
  course,
  alreadyTaking,
  held,
  links,
  postalAddress,
  demo,
}: ConfirmationMailProps): ReactNode {
  return (
    <MailFrame
      preview={alreadyTaking ? 'There is nothing that you need to do.' : 'One click, and you take the course.'}
      demo={demo}
      eyebrow={course.title}
      title={alreadyTaking ? 'You are already taking this course' : 'Please confirm that you want this course'}
      postalAddress={postalAddress}
      footer={
        <Small>
          {alreadyTaking
            ? 'You get this one mail because this address was entered on the course page again.'
            : 'You get this one mail because this address was entered on the course page. If it was not you, do nothing: no further mail will come.'}
        </Small>
      }
    >
      {alreadyTaking ? <Already links={links} /> : <Ask course={course} held={held} links={links} />}
    </MailFrame>
  );
}

const Already = ({ links }: { links: PersonalLinks }): ReactNode => (
  <Paragraph>
    The lessons come by themselves. You can <Anchor href={links.preferences}>pause, resume or stop them</Anchor> at any
    time.
  </Paragraph>
);

const Ask = ({ course, held, links }: { course: CourseContent; held: boolean; links: PersonalLinks }): ReactNode => (
  <>
    <Paragraph>
      Somebody, we hope you, asked for “{course.title}”: {course.lessons.length} lessons by email.
      {held
        ? 'The first is held back at the moment, while a clinician looks at it again; once you have confirmed it comes by itself when it may go out.'
        : 'The first comes as soon as you confirm.'}
    </Paragraph>
    <Section style={{ margin: '6px 0 22px' }}>
      <Button href={links.confirm} target="_self" className="button" style={STYLES.button}>
        Confirm
      </Button>
    </Section>
    <Small>The link works for 7 days. You can stop the course at any time with one click.</Small>
  </>
);
