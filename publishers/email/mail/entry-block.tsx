import { Heading } from '@react-email/heading';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import type { ReactNode } from 'react';
import type { EmergencyNumber } from '../../../model/emergency-numbers.ts';
import type { CauseContent } from '../../../model/entries/cause.ts';
import type { GuideContent } from '../../../model/entries/guide.ts';
import type { RedFlagContent } from '../../../model/entries/red-flag.ts';
import { asksForMore, type Asked } from '../../../model/entries/lesson-parts.ts';
import { summaryOf } from '../../../model/entries/references.ts';
import type { ReleasedRow } from '../../../model/release-row.ts';
import { pageUrl } from '../../addresses.ts';
import { citingOf } from '../../html/citing.ts';
import { longDate } from '../../wording/dates.ts';
import { emergencyLine } from '../../wording/emergency-line.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { urgencyLabel, whomLabel } from '../../wording/labels.ts';
import { CitedProse } from './cited-sources.tsx';
import { Anchor, List, Listed, ListItem, Paragraph, Rule, Small, SubHeading } from './frame.tsx';
import { MailFigures } from './mail-figures.tsx';
import { MailSections } from './mail-sections.tsx';
import { SignLines } from './safety-strip.tsx';
import { STYLES } from './theme.ts';
import { TreatmentBlock } from './treatment-block.tsx';

/** `summary` when the mail would be too long with the substance of every entry. */
export type Detail = 'full' | 'summary';

interface EntryProps {
  row: ReleasedRow;
  /** what the lesson shows of it beside title, summary and link */
  asked: Asked;
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
  const asked = detail === 'full' ? props.asked : NOTHING;
  if (snapshot.type === 'red-flag') return <RedFlag {...props} content={snapshot} />;
  if (!asksForMore(asked)) return <InShort row={row} siteUrl={siteUrl} />;
  return (
    <Section>
      <Rule />
      <Heading as="h2" style={STYLES.h2}>
        {snapshot.title}
      </Heading>
      <Paragraph>{summaryOf(snapshot)}</Paragraph>
      {snapshot.type === 'cause' && <Cause {...{ asked, signs, siteUrl }} content={snapshot} />}
      {snapshot.type === 'treatment' && <TreatmentBlock {...{ asked, signs, siteUrl }} content={snapshot} />}
      {snapshot.type === 'guide' && <Guide {...{ asked, signs, siteUrl }} content={snapshot} />}
      <ReadOn row={row} siteUrl={siteUrl} />
    </Section>
  );
}

/** An entry of which the mail has no more than the summary: its title leads to its page. */
const InShort = ({ row, siteUrl }: Pick<EntryProps, 'row' | 'siteUrl'>): ReactNode => (
  <Section>
    <SubHeading>
      <Anchor href={pageUrl(siteUrl, row)}>{row.title}</Anchor>
    </SubHeading>
    <Paragraph>{summaryOf(row.snapshot)}</Paragraph>
    {row.snapshot.type === 'treatment' && row.snapshot.commercial && <Small>{row.snapshot.commercialDisclosure}</Small>}
  </Section>
);

/** An emergency is never cut short: only why it matters is left to the page where the lesson does not ask for it. */
function RedFlag(props: EntryProps & { content: RedFlagContent }): ReactNode {
  const { content, row, asked, detail, emergency, siteUrl } = props;
  const { urgency, action, call, urgencyNote, explanation } = content;
  const explains = detail === 'full' && asked.parts.includes('explanation');
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
      {explains && <CitedProse prose={explanation} citing={citingOf(content)} siteUrl={siteUrl} />}
      {explains && <MailFigures figures={content.figures} entry={content} siteUrl={siteUrl} />}
      <ReadOn row={row} siteUrl={siteUrl} />
    </Section>
  );
}

const NOTHING: Asked = { parts: [], exercises: [], medicines: [] };

type PartsProps<Content> = Pick<EntryProps, 'asked' | 'signs' | 'siteUrl'> & { content: Content };

function Cause({ content, asked, signs, siteUrl }: PartsProps<CauseContent>): ReactNode {
  const felt = content.locations.map(({ label }) => label).join(', ');
  const also = content.possibleLocations.map(({ label }) => label).join(', ');
  return (
    <>
      {felt && asked.parts.includes('where-it-hurts') && (
        <Paragraph>
          <strong>{HEADINGS.locations}:</strong> {felt}
          {also && `; sometimes ${also}`}.
        </Paragraph>
      )}
      <MailSections {...{ asked, signs, siteUrl }} entry={content} />
    </>
  );
}

function Guide({ content, asked, signs, siteUrl }: PartsProps<GuideContent>): ReactNode {
  return (
    <>
      {asked.parts.includes('intro') && (
        <>
          <CitedProse prose={content.intro} citing={citingOf(content)} siteUrl={siteUrl} />
          <MailFigures figures={content.figures} entry={content} siteUrl={siteUrl} />
        </>
      )}
      {asked.parts.includes('when-to-consult') && content.whenToConsult.length > 0 && (
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
