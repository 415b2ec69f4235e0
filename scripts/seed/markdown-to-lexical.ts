import { convertMarkdownToLexical, editorConfigFactory } from '@payloadcms/richtext-lexical';
import type { SanitizedConfig } from 'payload';

export type ToLexical = (markdown: string) => ReturnType<typeof convertMarkdownToLexical>;

/** A converter from Markdown to what the rich-text fields of this configuration store. */
export async function markdownToLexical(config: SanitizedConfig): Promise<ToLexical> {
  const editorConfig = await editorConfigFactory.default({ config });
  return (markdown) => convertMarkdownToLexical({ editorConfig, markdown });
}
