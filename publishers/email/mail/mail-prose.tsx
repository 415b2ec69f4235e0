import type { ReactNode } from 'react';
import type { Prose as ProseTree } from '../../../model/prose.ts';
import { absoluteHref } from '../../addresses.ts';
import { Prose, type ProseElements } from '../../html/prose.tsx';
import { Anchor, List, ListItem, Paragraph, SubHeading } from './frame.tsx';

/** Running text of a release with inline styles and absolute links. */
export const MailProse = ({ prose, siteUrl }: { prose: ProseTree; siteUrl: string }): ReactNode => (
  <Prose prose={prose} elements={elementsOf(siteUrl)} />
);

const elementsOf = (siteUrl: string): ProseElements => ({
  Paragraph,
  Heading: SubHeading,
  List,
  Item: ListItem,
  Link: ({ href, children }) => <Anchor href={absoluteHref(siteUrl, href)}>{children}</Anchor>,
});
