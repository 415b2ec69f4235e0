import { convertMarkdownToLexical } from '@payloadcms/richtext-lexical';
import type { SanitizedConfig } from 'payload';
import { richTextConfig } from '../../collections/shared/rich-text.ts';

export type ToLexical = (markdown: string) => ReturnType<typeof convertMarkdownToLexical>;

/** A converter from Markdown to what the rich-text fields of this configuration store. */
export async function markdownToLexical(config: SanitizedConfig): Promise<ToLexical> {
  const editorConfig = await richTextConfig(config);
  return (markdown) => convertMarkdownToLexical({ editorConfig, markdown });
}
