import { Fragment, type ElementType, type ReactNode } from 'react';
import { inlineToText } from '../../model/prose-text.ts';
import { isSafeHref } from '../../model/safe-href.ts';
import type { Block, Inline, ListBlock, Prose as ProseTree, TableBlock } from '../../model/prose.ts';
import { markId, sourceId, termId, type Citing, type Mark } from './citing.ts';
import { DataTable, type DataTableProps } from './data-table.tsx';

/** What the parts of running text are drawn with. */
export interface ProseElements {
  Paragraph: ElementType<{ children: ReactNode }>;
  Heading: ElementType<{ level: 3 | 4; children: ReactNode }>;
  List: ElementType<{ ordered: boolean; children: ReactNode }>;
  Item: ElementType<{ children: ReactNode }>;
  Link: ElementType<{ href: string; children: ReactNode }>;
  Table: ElementType<DataTableProps>;
  Cite: ElementType<Mark>;
  /** the first use of a word that is explained below; without it, the words alone */
  Explained?: ElementType<{ slug: string; children: ReactNode }>;
}

interface Drawing {
  elements: ProseElements;
  citing: Citing;
}

/** Running text of a release as elements, those of a page unless told. An unsafe link becomes its plain text. */
export function Prose({
  prose,
  citing,
  elements = ON_PAGE,
}: {
  prose: ProseTree;
  /** the numbers of the whole entry's citations */
  citing: Citing;
  elements?: ProseElements;
}): ReactNode {
  return prose.map((block, i) => <BlockElement key={i} block={block} drawing={{ elements, citing }} />);
}

const ON_PAGE: ProseElements = {
  Paragraph: 'p',
  Heading: ({ level, children }) => (level === 4 ? <h4>{children}</h4> : <h3>{children}</h3>),
  List: ({ ordered, children }) => (ordered ? <ol>{children}</ol> : <ul>{children}</ul>),
  Item: 'li',
  Link: 'a',
  Table: DataTable,
  Cite: ({ number, use }) => (
    <sup>
      <a id={markId({ number, use })} href={`#${sourceId(number)}`} aria-label={`Source ${number}`}>
        {number}
      </a>
    </sup>
  ),
  Explained: ({ slug, children }) => (
    <a className="word" href={`#${termId(slug)}`}>
      {children}
    </a>
  ),
};

function BlockElement({ block, drawing }: { block: Block; drawing: Drawing }): ReactNode {
  const { Paragraph, Heading } = drawing.elements;
  switch (block.kind) {
    case 'list':
      return <ListElement list={block} drawing={drawing} />;
    case 'table':
      return <TableElement table={block} drawing={drawing} />;
    case 'paragraph':
      return (
        <Paragraph>
          <Inlines inlines={block.children} drawing={drawing} />
        </Paragraph>
      );
    case 'heading':
      return (
        <Heading level={block.level}>
          <Inlines inlines={block.children} drawing={drawing} />
        </Heading>
      );
  }
}

function ListElement({ list, drawing }: { list: ListBlock; drawing: Drawing }): ReactNode {
  const { List, Item } = drawing.elements;
  return (
    <List ordered={list.ordered}>
      {list.items.map((item, i) => (
        <Item key={i}>
          <Inlines inlines={item.children} drawing={drawing} />
          {item.list && <ListElement list={item.list} drawing={drawing} />}
        </Item>
      ))}
    </List>
  );
}

function TableElement({ table, drawing }: { table: TableBlock; drawing: Drawing }): ReactNode {
  const { Table } = drawing.elements;
  const drawn = (cells: Inline[][]) => cells.map((cell, i) => <Inlines key={i} inlines={cell} drawing={drawing} />);
  return (
    <Table
      head={drawn(table.head)}
      names={table.head.map(inlineToText)}
      rows={table.rows.map(drawn)}
      named={table.named}
    />
  );
}

function Inlines({ inlines, drawing }: { inlines: Inline[]; drawing: Drawing }): ReactNode {
  return inlines.map((inline, i) => <InlineElement key={i} inline={inline} drawing={drawing} />);
}

function InlineElement({ inline, drawing }: { inline: Inline; drawing: Drawing }): ReactNode {
  const { Link, Cite } = drawing.elements;
  switch (inline.kind) {
    case 'break':
      return <br />;
    case 'cite': {
      const mark = drawing.citing.markOf(inline);
      return mark && <Cite {...mark} />;
    }
    case 'link': {
      const words = <Inlines inlines={inline.children} drawing={drawing} />;
      return isSafeHref(inline.href) ? <Link href={inline.href}>{words}</Link> : words;
    }
    case 'text':
      return <Words inline={inline} drawing={drawing} />;
  }
}

type Text = Extract<Inline, { kind: 'text' }>;

function Words({ inline, drawing }: { inline: Text; drawing: Drawing }): ReactNode {
  const { text, bold, italic, script } = inline;
  const Script = script === 'super' ? 'sup' : 'sub';
  const placed = script === undefined ? <Explaining inline={inline} drawing={drawing} /> : <Script>{text}</Script>;
  const emphasised = italic ? <em>{placed}</em> : placed;
  return bold ? <strong>{emphasised}</strong> : emphasised;
}

/** Words with the first uses in them marked. */
function Explaining({
  inline: { text },
  inline,
  drawing: { elements, citing },
}: {
  inline: Text;
  drawing: Drawing;
}): ReactNode {
  const { Explained } = elements;
  const uses = Explained ? citing.explainedIn(inline) : [];
  if (!Explained || uses.length === 0) return text;
  const ends = uses.map(({ at, length }) => at + length);
  return (
    <>
      {uses.map(({ term, at, length }, i) => (
        <Fragment key={term.slug}>
          {text.slice(ends[i - 1] ?? 0, at)}
          <Explained slug={term.slug}>{text.slice(at, at + length)}</Explained>
        </Fragment>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </>
  );
}
