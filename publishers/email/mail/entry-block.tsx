import { Heading, Section, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import type { EmergencyNumber } from '../../../model/emergency-numbers.ts';
import type { CauseContent } from '../../../model/entries/cause.ts';
import type { GuideContent } from '../../../model/entries/guide.ts';
import type { RedFlagContent } from '../../../model/entries/red-flag.ts';
import { summaryOf } from '../../../model/entries/references.ts';
import type { ReleasedRow } from '../../../model/release-row.ts';
import { pageUrl } from '../../addresses.ts';
import { citingOf } from '../../html/citing.ts';
import { longDate } from '../../wording/dates.ts';
import { emergencyLine } from '../../wording/emergency-line.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { sectionLabel, urgencyLabel, whomLabel } from '../../wording/labels.ts';
import { CitedProse, CitedSources } from './cited-sources.tsx';
import { Anchor, List, Listed, ListItem, MailProse, Paragraph, Rule, Small, SubHeading } from './frame.tsx';
import { OtherFigures } from './mail-figures.tsx';
import { SignLines } from './safety-strip.tsx';
import { STYLES } from './theme.ts';
import { TreatmentBlock } from './treatment-block.tsx';

/** `summary` when the mail would be too long with the substance of every entry. */
export type Detail = 'full' | 'summary';

interface EntryProps {
  row: ReleasedRow;
  detail: Detail;
  emergency: readonly EmergencyNumber[];
  /** every warning sign that the lesson has, for the parts that name some */
  signs: ReleasedRow[];
  siteUrl: string;
}

/** One entry of a lesson: what a reader needs of it, and the way to its page. */
export function EntryBlock(props: EntryProps): ReactNode {
  const { row, detail, signs, siteUrl } = props;
  const { snapshot } = row;
  if (snapshot.type === 'red-flag') return <RedFlag {...props} content={snapshot} />;
  return (
    <Section>
      <Rule />
      <Heading as="h2" style={STYLES.h2}>
        {snapshot.title}
      </Heading>
      <Paragraph>{summaryOf(snapshot)}</Paragraph>
      {detail === 'full' && snapshot.type === 'cause' && <Cause content={snapshot} signs={signs} siteUrl={siteUrl} />}
      {detail === 'full' && snapshot.type === 'treatment' && <TreatmentBlock content={snapshot} siteUrl={siteUrl} />}
      {detail === 'full' && snapshot.type === 'guide' && <Guide content={snapshot} signs={signs} siteUrl={siteUrl} />}
      {detail === 'full' && <OtherFigures entry={snapshot} siteUrl={siteUrl} />}
      <ReadOn row={row} siteUrl={siteUrl} />
    </Section>
  );
}

function RedFlag({ content, row, detail, emergency, siteUrl }: EntryProps & { content: RedFlagContent }): ReactNode {
  const { urgency, action, call, urgencyNote, explanation } = content;
  return (
    <Section className="red" style={STYLES.redBox}>
      <Text className="redlabel" style={STYLES.redLabel}>
        {urgencyLabel(urgency)}
      </Text>
      <Heading as="h2" style={STYLES.h2}>
        {content.title}
      </Heading>
      <Paragraph>
        <strong>{action}</strong>
      </Paragraph>
      {call.whom && <Paragraph>{whomLabel(call.whom)}.</Paragraph>}
      {urgency === 'emergency-now' && <Paragraph>{emergencyLine(emergency)}</Paragraph>}
      {call.say && (
        <Paragraph>
          {HEADINGS.say}: “{call.say}”
        </Paragraph>
      )}
      <Listed title={HEADINGS.do} items={content.do} />
      <Listed title={HEADINGS.dont} items={content.dont} />
      {urgencyNote && <Paragraph>{urgencyNote}</Paragraph>}
      {detail === 'full' && <CitedProse prose={explanation} citing={citingOf(content)} siteUrl={siteUrl} />}
      {detail === 'full' && <OtherFigures entry={content} siteUrl={siteUrl} />}
      <ReadOn row={row} siteUrl={siteUrl} />
    </Section>
  );
}

type BlockProps<Content> = Pick<EntryProps, 'signs' | 'siteUrl'> & { content: Content };

const IN_MAIL = ['what-it-is', 'symptoms'];

function Cause({ content, signs, siteUrl }: BlockProps<CauseContent>): ReactNode {
  const citing = citingOf(content);
  const felt = content.locations.map(({ label }) => label).join(', ');
  const also = content.possibleLocations.map(({ label }) => label).join(', ');
  const shown = content.sections.filter(({ kind }) => kind !== null && IN_MAIL.includes(kind));
  return (
    <>
      {felt && (
        <Paragraph>
          <strong>{HEADINGS.locations}:</strong> {felt}
          {also && `; sometimes ${also}`}.
        </Paragraph>
      )}
      {shown.map(({ kind, body, urgentSigns }) => (
        <Section key={kind}>
          <SubHeading>{sectionLabel(kind)}</SubHeading>
          <SignLines uids={urgentSigns} signs={signs} siteUrl={siteUrl} />
          <MailProse prose={body} citing={citing} siteUrl={siteUrl} />
        </Section>
      ))}
      <CitedSources texts={shown.map(({ body }) => body)} citing={citing} />
    </>
  );
}

function Guide({ content, signs, siteUrl }: BlockProps<GuideContent>): ReactNode {
  return (
    <>
      <CitedProse prose={content.intro} citing={citingOf(content)} siteUrl={siteUrl} />
      {content.whenToConsult.length > 0 && (
        <>
          <SubHeading>{HEADINGS.whenToConsult}</SubHeading>
          <List>
            {content.whenToConsult.map(({ key, sign, explanation, urgentSigns }) => (
              <ListItem key={key}>
                <strong>{sign.replace(/\.$/, '')}.</strong> {explanation}
                <SignLines uids={urgentSigns} signs={signs} siteUrl={siteUrl} />
              </ListItem>
            ))}
          </List>
        </>
      )}
    </>
  );
}

const ReadOn = ({ row, siteUrl }: { row: ReleasedRow; siteUrl: string }): ReactNode => (
  <Small>
    <Anchor href={pageUrl(siteUrl, row)}>Read the whole page, with its sources</Anchor>
    {' · '}reviewed {longDate(row.reviewedAt)}
  </Small>
);
