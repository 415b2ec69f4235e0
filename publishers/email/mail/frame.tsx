import { Body } from '@react-email/body';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Hr } from '@react-email/hr';
import { Html } from '@react-email/html';
import { Link } from '@react-email/link';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import type { ReactNode } from 'react';
import type { Prose as ProseTree } from '../../../model/prose.ts';
import { absoluteHref } from '../../addresses.ts';
import type { Citing } from '../../html/citing.ts';
import type { DataTableProps } from '../../html/data-table.tsx';
import { Prose, type ProseElements } from '../../html/prose.tsx';
import { DEMO_NOTICE } from '../../publisher.ts';
import { paragraphsOf } from '../../wording/paragraphs.ts';
import { SITE_NAME } from '../../wording/site-name.ts';
import { DARK_SCHEME, STYLES } from './theme.ts';

export interface FrameProps {
  preview: string;
  demo: boolean;
  /** above the title, e.g. the course and the lesson's number */
  eyebrow: string;
  title: string;
  children: ReactNode;
  /** why the reader gets this, and how to stop it */
  footer: ReactNode;
  postalAddress: string;
}

/** What every mail has around its words. */
export function MailFrame({ preview, demo, eyebrow, title, children, footer, postalAddress }: FrameProps): ReactNode {
  return (
    <Html lang="en">
      <Head>
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style dangerouslySetInnerHTML={{ __html: DARK_SCHEME }} />
      </Head>
      <Preview>{preview}</Preview>
      <Body style={STYLES.body}>
        <Container style={STYLES.container}>
          {demo && (
            <Section className="demo pad" style={STYLES.demo}>
              <Text style={STYLES.demoText}>{DEMO_NOTICE}</Text>
            </Section>
          )}
          <Section className="brand pad" style={STYLES.brandBar}>
            <Text style={STYLES.brand}>{SITE_NAME}</Text>
          </Section>
          <Section className="card pad" style={STYLES.card}>
            <Text className="soft" style={STYLES.eyebrow}>
              {eyebrow}
            </Text>
            <Heading as="h1" style={STYLES.h1}>
              {title}
            </Heading>
            {children}
          </Section>
          <Section className="pad" style={STYLES.footer}>
            {footer}
            <Small>{postalAddress}</Small>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

export const Paragraph = ({ children }: { children: ReactNode }): ReactNode => (
  <Text style={STYLES.text}>{children}</Text>
);

/** A text that its author wrote with blank lines between paragraphs. */
export const Paragraphs = ({ text }: { text: string }): ReactNode =>
  paragraphsOf(text).map((paragraph, i) => <Paragraph key={i}>{paragraph}</Paragraph>);

export const Small = ({ children }: { children: ReactNode }): ReactNode => (
  <Text className="soft" style={STYLES.soft}>
    {children}
  </Text>
);

export const SubHeading = ({ children }: { children: ReactNode }): ReactNode => (
  <Heading as="h3" style={STYLES.h3}>
    {children}
  </Heading>
);

export const List = ({ ordered = false, children }: { ordered?: boolean; children: ReactNode }): ReactNode => {
  const Element = ordered ? 'ol' : 'ul';
  return <Element style={STYLES.list}>{children}</Element>;
};

export const ListItem = ({ children }: { children: ReactNode }): ReactNode => <li style={STYLES.item}>{children}</li>;

/** A list under its heading; nothing when it is empty. */
export const Listed = ({
  title,
  items,
  ordered = false,
}: {
  title: string;
  items: string[];
  ordered?: boolean;
}): ReactNode =>
  items.length > 0 && (
    <>
      <SubHeading>{title}</SubHeading>
      <List ordered={ordered}>
        {items.map((item, i) => (
          <ListItem key={i}>{item}</ListItem>
        ))}
      </List>
    </>
  );

export const Anchor = ({ href, children }: { href: string; children: ReactNode }): ReactNode => (
  <Link href={href} target="_self" style={STYLES.link}>
    {children}
  </Link>
);

export const Rule = (): ReactNode => <Hr className="rule" style={STYLES.rule} />;

/** What `render-mail.ts` knows a table of data by, among those that only place things. */
const MailTable = ({ head, rows, named }: DataTableProps): ReactNode => (
  <table className="data" style={STYLES.table}>
    {head.length > 0 && (
      <thead>
        <tr>
          {head.map((cell, i) => (
            <th key={i} scope="col" style={STYLES.cell}>
              {cell}
            </th>
          ))}
        </tr>
      </thead>
    )}
    <tbody>
      {rows.map((cells, i) => (
        <tr key={i}>
          {cells.map((cell, j) =>
            named && j === 0 ? (
              <th key={j} scope="row" style={STYLES.cell}>
                {cell}
              </th>
            ) : (
              <td key={j} style={STYLES.cell}>
                {cell}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);

/** Running text of a release with inline styles and absolute links. */
export const MailProse = ({
  prose,
  citing,
  siteUrl,
}: {
  prose: ProseTree;
  citing: Citing;
  siteUrl: string;
}): ReactNode => <Prose prose={prose} citing={citing} elements={elementsOf(siteUrl)} />;

const elementsOf = (siteUrl: string): ProseElements => ({
  Paragraph,
  Heading: SubHeading,
  List,
  Item: ListItem,
  Link: ({ href, children }) => <Anchor href={absoluteHref(siteUrl, href)}>{children}</Anchor>,
  Table: MailTable,
  // Links inside a mail lead nowhere in many programs; the list stands below the text.
  Cite: ({ number }) => (
    <sup className="cite" style={STYLES.cite}>
      [{number}]
    </sup>
  ),
});
