import { Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { isSafeHref, type Block, type Inline, type ListBlock, type Prose } from '../../../editorial/prose.ts';
import { Anchor, SubHeading } from './frame.tsx';
import { STYLES } from './theme.ts';

/** Running text of a release with inline styles and absolute links. */
export const MailProse = ({ prose, siteUrl }: { prose: Prose; siteUrl: string }): ReactNode =>
  prose.map((block, i) => <BlockElement key={i} block={block} siteUrl={siteUrl} />);

function BlockElement({ block, siteUrl }: { block: Block; siteUrl: string }): ReactNode {
  if (block.kind === 'list') return <ListElement list={block} siteUrl={siteUrl} />;
  const words = <Inlines inlines={block.children} siteUrl={siteUrl} />;
  return block.kind === 'heading' ? <SubHeading>{words}</SubHeading> : <Text style={STYLES.text}>{words}</Text>;
}

function ListElement({ list, siteUrl }: { list: ListBlock; siteUrl: string }): ReactNode {
  const List = list.ordered ? 'ol' : 'ul';
  return (
    <List style={STYLES.list}>
      {list.items.map((item, i) => (
        <li key={i} style={STYLES.item}>
          <Inlines inlines={item.children} siteUrl={siteUrl} />
          {item.list && <ListElement list={item.list} siteUrl={siteUrl} />}
        </li>
      ))}
    </List>
  );
}

const Inlines = ({ inlines, siteUrl }: { inlines: Inline[]; siteUrl: string }): ReactNode =>
  inlines.map((inline, i) => <InlineElement key={i} inline={inline} siteUrl={siteUrl} />);

function InlineElement({ inline, siteUrl }: { inline: Inline; siteUrl: string }): ReactNode {
  if (inline.kind === 'break') return <br />;
  if (inline.kind === 'link') {
    const words = <Inlines inlines={inline.children} siteUrl={siteUrl} />;
    return isSafeHref(inline.href) ? <Anchor href={absolute(inline.href, siteUrl)}>{words}</Anchor> : words;
  }
  const emphasised = inline.italic ? <em>{inline.text}</em> : inline.text;
  return inline.bold ? <strong>{emphasised}</strong> : emphasised;
}

const absolute = (href: string, siteUrl: string) => (href.startsWith('/') ? siteUrl + href : href);
