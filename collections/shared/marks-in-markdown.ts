import { $createServerInlineBlockNode, createServerFeature, ServerInlineBlockNode } from '@payloadcms/richtext-lexical';
import type { TextNode } from 'lexical';
import { citation } from './citation.ts';

const CITATION = /\[@([a-z0-9]+(?:-[a-z0-9]+)*)\]/;

/**
 * What content files write beside Markdown's own marks: `10^3^`, `H~2~O`, and `[@nice-ng226]` for a citation. On the
 * server alone: whoever types one of these signs in the editor gets the sign. In a citation the short name of the
 * source stands where its id will be (`scripts/seed/entry-data.ts`).
 */
export const MarksInMarkdown = createServerFeature({
  key: 'marksInMarkdown',
  feature: {
    markdownTransformers: [
      { type: 'text-format', format: ['superscript'], tag: '^' },
      { type: 'text-format', format: ['subscript'], tag: '~' },
      {
        type: 'text-match',
        dependencies: [ServerInlineBlockNode],
        importRegExp: CITATION,
        regExp: CITATION,
        replace: (node: TextNode, [, source = '']: RegExpMatchArray) => {
          node.replace($createServerInlineBlockNode({ id: '', blockType: citation.slug, blockName: '', source }));
        },
      },
    ],
  },
});
