import type { Block } from 'payload';

/** A mark inside a line that names one of the entry's sources; `editorial/records/lexical-nodes.ts` reads it back. */
export const citation: Block = {
  slug: 'citation',
  labels: { singular: 'Citation', plural: 'Citations' },
  fields: [
    {
      name: 'source',
      label: 'Source',
      type: 'relationship',
      relationTo: 'sources',
      required: true,
      admin: {
        description: 'Readers see its number. It has to be one of the sources that the entry lists.',
      },
    },
  ],
  admin: { components: { Label: '/admin/editor/citation-label.tsx#CitationLabel' } },
};
