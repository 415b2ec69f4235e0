import type { ReactNode } from 'react';
import { isSafeHref, type Block, type Inline, type ListBlock, type Prose as ProseTree } from '../../editorial/prose.ts';

/** Running text of a release as elements. A link whose address is not safe becomes its plain text. */
export function Prose({ prose }: { prose: ProseTree }): ReactNode {
  return prose.map((block, i) => <BlockElement key={i} block={block} />);
}

function BlockElement({ block }: { block: Block }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.children} />
        </p>
      );
    case 'heading': {
      const Heading = block.level === 4 ? 'h4' : 'h3';
      return (
        <Heading>
          <Inlines inlines={block.children} />
        </Heading>
      );
    }
    case 'list':
      return <ListElement list={block} />;
  }
}

function ListElement({ list }: { list: ListBlock }): ReactNode {
  const List = list.ordered ? 'ol' : 'ul';
  return (
    <List>
      {list.items.map((item, i) => (
        <li key={i}>
          <Inlines inlines={item.children} />
          {item.list && <ListElement list={item.list} />}
        </li>
      ))}
    </List>
  );
}

function Inlines({ inlines }: { inlines: Inline[] }): ReactNode {
  return inlines.map((inline, i) => <InlineElement key={i} inline={inline} />);
}

function InlineElement({ inline }: { inline: Inline }): ReactNode {
  if (inline.kind === 'break') return <br />;
  if (inline.kind === 'link') {
    const children = <Inlines inlines={inline.children} />;
    return isSafeHref(inline.href) ? <a href={inline.href}>{children}</a> : children;
  }
  const emphasised = inline.italic ? <em>{inline.text}</em> : inline.text;
  return inline.bold ? <strong>{emphasised}</strong> : emphasised;
}
