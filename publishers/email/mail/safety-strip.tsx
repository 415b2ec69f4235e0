import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import type { ReactNode } from 'react';
import type { EmergencyNumber } from '../../../model/emergency-numbers.ts';
import { URGENCIES } from '../../../model/entries/red-flag.ts';
import type { ReleasedRow } from '../../../model/release-row.ts';
import { pageUrl } from '../../addresses.ts';
import { emergencyLine } from '../../wording/emergency-line.ts';
import { urgencyLabel } from '../../wording/labels.ts';
import { Anchor, List, ListItem, Paragraph } from './frame.tsx';
import { STYLES } from './theme.ts';

/** The warning signs of a lesson before its first word: by urgency, each with its order and leading to its page. */
export function SafetyStrip(props: {
  signs: ReleasedRow[];
  emergency: readonly EmergencyNumber[];
  siteUrl: string;
}): ReactNode {
  const { signs, emergency, siteUrl } = props;
  if (signs.length === 0) return null;
  return (
    <Section className="red" style={STYLES.redBox}>
      {[...URGENCIES, null].map((urgency) => {
        const rows = signs.filter((sign) => sign.urgency === urgency);
        if (rows.length === 0) return null;
        return (
          <Section key={urgency ?? ''}>
            <Text className="redlabel" style={STYLES.redLabel}>
              {urgencyLabel(urgency)}
            </Text>
            {urgency === 'emergency-now' && <Paragraph>{emergencyLine(emergency)}</Paragraph>}
            <List>
              {rows.map((row) => (
                <ListItem key={row.uid}>
                  <strong>
                    <Anchor href={pageUrl(siteUrl, row)}>{row.title}</Anchor>
                  </strong>
                  : {row.summary}
                </ListItem>
              ))}
            </List>
          </Section>
        );
      })}
    </Section>
  );
}

/** The signs of one part of an entry, each leading to its page. What the lesson has not (past its review date) is left out. */
export function SignLines({
  uids,
  signs,
  siteUrl,
}: {
  uids: string[];
  signs: ReleasedRow[];
  siteUrl: string;
}): ReactNode {
  const named = signs.filter(({ uid }) => uids.includes(uid));
  return [...URGENCIES, null]
    .flatMap((urgency) => named.filter((sign) => sign.urgency === urgency))
    .map((row) => (
      <Paragraph key={row.uid}>
        <strong>{urgencyLabel(row.urgency)}:</strong> <Anchor href={pageUrl(siteUrl, row)}>{row.title}</Anchor>
      </Paragraph>
    ));
}
