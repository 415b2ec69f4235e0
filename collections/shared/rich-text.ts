import {
  BlocksFeature,
  BoldFeature,
  editorConfigFactory,
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
import type { SanitizedConfig } from 'payload';
import { citation } from './citation.ts';
import { MarksInMarkdown } from './marks-in-markdown.ts';
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
  MarksInMarkdown(),
  Pasting(),
  FixedToolbarFeature(),
  InlineToolbarFeature(),
];

export const richText = lexicalEditor({ features });

/** What the same editor is told where there is no form: content files become what it would have stored. */
export const richTextConfig = (config: SanitizedConfig) => editorConfigFactory.fromFeatures({ config, features });
