import { Heading, Section, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import {
  COLLECTION_OF,
  summaryOf,
  type CauseContent,
  type GuideContent,
  type RedFlagContent,
  type TreatmentContent,
} from '../../../editorial/content.ts';
import type { ReleasedRow } from '../../../editorial/release-row.ts';
import { longDate } from '../../site/dates.ts';
import { EVIDENCE_LABELS, inWords, sectionLabel, URGENCY_LABELS } from '../../site/labels.ts';
import { Anchor, Bullets, Paragraph, Rule, Small, SubHeading } from './frame.tsx';
import { MailProse } from './mail-prose.tsx';
import { STYLES } from './theme.ts';

/** `summary` when the mail would be too long with the substance of every entry. */
export type Detail = 'full' | 'summary';

interface EntryProps {
  row: ReleasedRow;
  detail: Detail;
  siteUrl: string;
}

/** One entry of a lesson: what a reader needs of it, and the way to its page. */
export function EntryBlock({ row, detail, siteUrl }: EntryProps): ReactNode {
  const { snapshot } = row;
  if (snapshot.type === 'red-flag') return <RedFlag content={snapshot} row={row} detail={detail} siteUrl={siteUrl} />;
  return (
    <Section>
      <Rule />
      <Heading as="h2" style={STYLES.h2}>
        {snapshot.title}
      </Heading>
      <Paragraph>{summaryOf(snapshot)}</Paragraph>
      {detail === 'full' && snapshot.type === 'cause' && <Cause content={snapshot} siteUrl={siteUrl} />}
      {detail === 'full' && snapshot.type === 'treatment' && <Treatment content={snapshot} />}
      {detail === 'full' && snapshot.type === 'guide' && <Guide content={snapshot} siteUrl={siteUrl} />}
      <ReadOn row={row} siteUrl={siteUrl} />
    </Section>
  );
}

function RedFlag({ content, row, detail, siteUrl }: EntryProps & { content: RedFlagContent }): ReactNode {
  return (
    <Section className="red" style={STYLES.redBox}>
      {content.urgency && (
        <Text className="redlabel" style={STYLES.redLabel}>
          {URGENCY_LABELS[content.urgency]}
        </Text>
      )}
      <Heading as="h2" style={STYLES.h2}>
        {content.title}
      </Heading>
      <Paragraph>
        <strong>{content.action}</strong>
      </Paragraph>
      {content.urgencyNote && <Paragraph>{content.urgencyNote}</Paragraph>}
      {detail === 'full' && <MailProse prose={content.explanation} siteUrl={siteUrl} />}
      <ReadOn row={row} siteUrl={siteUrl} />
    </Section>
  );
}

const IN_MAIL = ['what-it-is', 'symptoms'];

function Cause({ content, siteUrl }: { content: CauseContent; siteUrl: string }): ReactNode {
  const felt = content.locations.map(inWords).join(', ').toLowerCase();
  const also = content.possibleLocations.map(inWords).join(', ').toLowerCase();
  return (
    <>
      {felt && (
        <Paragraph>
          <strong>Where it is felt:</strong> {felt}
          {also && `; sometimes ${also}`}.
        </Paragraph>
      )}
      {content.sections
        .filter(({ kind }) => IN_MAIL.includes(kind))
        .map(({ kind, body }) => (
          <Section key={kind}>
            <SubHeading>{sectionLabel(kind)}</SubHeading>
            <MailProse prose={body} siteUrl={siteUrl} />
          </Section>
        ))}
    </>
  );
}

function Treatment({ content }: { content: TreatmentContent }): ReactNode {
  const { evidence, cautions, interactions, howTo, dose } = content;
  return (
    <>
      {(evidence.level || evidence.statement) && (
        <Paragraph>
          <strong>{evidence.level ? EVIDENCE_LABELS[evidence.level] : 'Evidence'}.</strong> {evidence.statement}
        </Paragraph>
      )}
      <List title="Take care" items={cautions} />
      <List title="With other medicines" items={interactions} />
      {dose && (
        <Paragraph>
          <strong>How much:</strong> {dose}
        </Paragraph>
      )}
      <List title="How to do it" items={howTo} ordered />
      {content.commercial && content.commercialDisclosure && <Small>{content.commercialDisclosure}</Small>}
    </>
  );
}

function Guide({ content, siteUrl }: { content: GuideContent; siteUrl: string }): ReactNode {
  return (
    <>
      <MailProse prose={content.intro} siteUrl={siteUrl} />
      {content.whenToConsult.length > 0 && (
        <>
          <SubHeading>When to see someone about it</SubHeading>
          <ul style={STYLES.list}>
            {content.whenToConsult.map(({ key, sign, explanation }) => (
              <li key={key} style={STYLES.item}>
                <strong>{sign.replace(/\.$/, '')}.</strong> {explanation}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const List = ({ title, items, ordered = false }: { title: string; items: string[]; ordered?: boolean }): ReactNode =>
  items.length > 0 && (
    <>
      <SubHeading>{title}</SubHeading>
      <Bullets items={items} ordered={ordered} />
    </>
  );

const ReadOn = ({ row, siteUrl }: { row: ReleasedRow; siteUrl: string }): ReactNode => (
  <Small>
    <Anchor href={`${siteUrl}/${COLLECTION_OF[row.type]}/${row.slug}`}>Read the whole page, with its sources</Anchor>
    {' · '}reviewed {longDate(row.reviewedAt)}
  </Small>
);
