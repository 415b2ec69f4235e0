import type { ElementType, ReactNode } from 'react';
import { isSafeHref } from '../../model/safe-href.ts';
import type { Block, Inline, ListBlock, Prose as ProseTree } from '../../model/prose.ts';

/** What the parts of running text are drawn with. */
export interface ProseElements {
  Paragraph: ElementType<{ children: ReactNode }>;
  Heading: ElementType<{ level: 3 | 4; children: ReactNode }>;
  List: ElementType<{ ordered: boolean; children: ReactNode }>;
  Item: ElementType<{ children: ReactNode }>;
  Link: ElementType<{ href: string; children: ReactNode }>;
}

/** Running text of a release as elements, those of a page unless told. An unsafe link becomes its plain text. */
export function Prose({ prose, elements = ON_PAGE }: { prose: ProseTree; elements?: ProseElements }): ReactNode {
  return prose.map((block, i) => <BlockElement key={i} block={block} elements={elements} />);
}

const ON_PAGE: ProseElements = {
  Paragraph: 'p',
  Heading: ({ level, children }) => (level === 4 ? <h4>{children}</h4> : <h3>{children}</h3>),
  List: ({ ordered, children }) => (ordered ? <ol>{children}</ol> : <ul>{children}</ul>),
  Item: 'li',
  Link: 'a',
};

function BlockElement({ block, elements }: { block: Block; elements: ProseElements }): ReactNode {
  const { Paragraph, Heading } = elements;
  if (block.kind === 'list') return <ListElement list={block} elements={elements} />;
  const words = <Inlines inlines={block.children} elements={elements} />;
  return block.kind === 'paragraph' ? <Paragraph>{words}</Paragraph> : <Heading level={block.level}>{words}</Heading>;
}

function ListElement({ list, elements }: { list: ListBlock; elements: ProseElements }): ReactNode {
  const { List, Item } = elements;
  return (
    <List ordered={list.ordered}>
      {list.items.map((item, i) => (
        <Item key={i}>
          <Inlines inlines={item.children} elements={elements} />
          {item.list && <ListElement list={item.list} elements={elements} />}
        </Item>
      ))}
    </List>
  );
}

function Inlines({ inlines, elements }: { inlines: Inline[]; elements: ProseElements }): ReactNode {
  return inlines.map((inline, i) => <InlineElement key={i} inline={inline} elements={elements} />);
}

function InlineElement({ inline, elements }: { inline: Inline; elements: ProseElements }): ReactNode {
  const { Link } = elements;
  if (inline.kind === 'break') return <br />;
  if (inline.kind === 'link') {
    const words = <Inlines inlines={inline.children} elements={elements} />;
    return isSafeHref(inline.href) ? <Link href={inline.href}>{words}</Link> : words;
  }
  const emphasised = inline.italic ? <em>{inline.text}</em> : inline.text;
  return inline.bold ? <strong>{emphasised}</strong> : emphasised;
}
