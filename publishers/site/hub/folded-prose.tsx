import type { ReactNode } from 'react';
import type { Block, Prose as ProseTree } from '../../../model/prose.ts';
import type { Citing } from '../../html/citing.ts';
import { Prose } from '../../html/prose.tsx';

interface Passage {
  heading: Block | null;
  body: ProseTree;
}

/** Running text cut at its headings of the third level; what comes before the first has none. */
export function passagesOf(prose: ProseTree): Passage[] {
  const passages: Passage[] = [{ heading: null, body: [] }];
  for (const block of prose) {
    if (block.kind === 'heading' && block.level === 3) passages.push({ heading: block, body: [] });
    else passages.at(-1)?.body.push(block);
  }
  return passages.filter(({ heading, body }) => heading !== null || body.length > 0);
}

/** How many passages stand open: the beginning and what its author put first. */
const OPEN = 2;

/** A long text whose later passages open at their headings, in the page itself; on paper all are open. */
export function FoldedProse({ prose, citing }: { prose: ProseTree; citing: Citing }): ReactNode {
  const passages = passagesOf(prose);
  const open = passages.slice(0, OPEN).flatMap(({ heading, body }) => (heading ? [heading, ...body] : body));
  return (
    <>
      <div className="flow">
        <Prose prose={open} citing={citing} />
      </div>
      {passages.slice(OPEN).map(({ heading, body }, i) => (
        <details key={i} className="fold">
          <summary>
            <Prose prose={heading ? [heading] : []} citing={citing} />
          </summary>
          <div className="flow">
            <Prose prose={body} citing={citing} />
          </div>
        </details>
      ))}
    </>
  );
}
