import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import type { ReactNode } from 'react';
import { HEADINGS } from '../../wording/headings.ts';
import { Paragraphs } from './frame.tsx';
import { STYLES } from './theme.ts';

/** The one thing that a lesson asks its reader to do; nothing when it asks for none. */
export const Action = ({ text }: { text: string }): ReactNode =>
  text !== '' && (
    <Section className="go" style={STYLES.goBox}>
      <Text className="golabel" style={STYLES.goLabel}>
        {HEADINGS.action}
      </Text>
      <Paragraphs text={text} />
    </Section>
  );
