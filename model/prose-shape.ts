import { z } from 'zod';
import type { Block, Inline, ListBlock, Prose } from './prose.ts';

const inline: z.ZodType<Inline> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('text'),
      text: z.string(),
      bold: z.literal(true).optional(),
      italic: z.literal(true).optional(),
      script: z.enum(['super', 'sub']).optional(),
    }),
    z.strictObject({ kind: z.literal('link'), href: z.string(), children: z.array(inline) }),
    z.strictObject({ kind: z.literal('cite'), source: z.string() }),
    z.strictObject({ kind: z.literal('break') }),
  ]),
);
const children = z.array(inline);

const list: z.ZodType<ListBlock> = z.lazy(() =>
  z.strictObject({
    kind: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(z.strictObject({ children, list: list.optional() })),
  }),
);

const block: z.ZodType<Block> = z.union([
  z.strictObject({ kind: z.literal('paragraph'), children }),
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(3), z.literal(4)]), children }),
  list,
  z.strictObject({
    kind: z.literal('table'),
    head: z.array(children),
    rows: z.array(z.array(children)),
    named: z.boolean(),
  }),
]);

/** The tree of `prose.ts` as it is read back from a stored release. */
export const proseShape: z.ZodType<Prose> = z.array(block);
