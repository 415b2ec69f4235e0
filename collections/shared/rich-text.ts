import {
  BlocksFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical';
import { citation } from './citation.ts';
import { Pasting } from './pasting.ts';

/** Exactly what `model/prose.ts` can freeze, so that an editor cannot write what no channel can show. */
const features = () => [
  ParagraphFeature(),
  HeadingFeature({ enabledHeadingSizes: ['h3', 'h4'] }),
  BoldFeature(),
  ItalicFeature(),
  SuperscriptFeature(),
  SubscriptFeature(),
  UnorderedListFeature(),
  OrderedListFeature(),
  LinkFeature({ enabledCollections: [] }),
  EXPERIMENTAL_TableFeature(),
  BlocksFeature({ inlineBlocks: [citation] }),
  Pasting(),
  FixedToolbarFeature(),
  InlineToolbarFeature(),
];

export const richText = lexicalEditor({ features });
