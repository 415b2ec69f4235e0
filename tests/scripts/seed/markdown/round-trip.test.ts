import { convertLexicalToMarkdown, editorConfigFactory } from '@payloadcms/richtext-lexical';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richText } from '../../../../collections/shared/rich-text.ts';
import { createConfig } from '../../../../create-config.ts';
import { lexicalToProse } from '../../../../editorial/records/lexical-to-prose.ts';
import { parseEnv } from '../../../../env.ts';
import { readProse } from '../../../../scripts/seed/markdown/read-prose.ts';
import { writeProse } from '../../../../scripts/seed/markdown/write-prose.ts';
import { proseToLexical } from '../../../../collections/shared/prose-to-lexical.ts';
import { anyProse } from '../../../support/any-prose.ts';

describe('whatever the editor can write', () => {
  it('is the same text when it was written into a file and read', () => {
    fc.assert(
      fc.property(anyProse, (prose) => {
        const markdown = writeProse(prose);
        expect(readProse(markdown)).toEqual({ prose, problems: [] });
        // A file's parts are trimmed, and a line of its own that begins with ## begins another part.
        expect(markdown).toBe(markdown.trim());
        expect(markdown).not.toMatch(/^(?:## |---$)/m);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same text when the editor has it again', () => {
    fc.assert(
      fc.property(anyProse, (prose) => {
        const stored = proseToLexical(prose, (slug) => `id of ${slug}`);
        const sourceOf = (id: string | number) => String(id).replace('id of ', '');
        expect(lexicalToProse(stored, sourceOf)).toEqual({ prose, unsupported: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('is made of what the editor knows', async () => {
    const config = await createConfig(parseEnv({ NODE_ENV: 'test', DATA_DIR: '/tmp/imprimatur-unused' }));
    const editorConfig = await editorConfigFactory.fromEditor({ config, editor: richText });
    const everything =
      '### Old\n\n**a** *b* 10^3^ H~2~O [c](/d) [@e]<br>f\n\n- g\n    1. h\n\n| i | j |\n| === | --- |\n| k | l |';
    const data = proseToLexical(readProse(everything).prose, () => 1);
    expect(convertLexicalToMarkdown({ data: data as never, editorConfig })).toContain('| k | l |');
  });
});
