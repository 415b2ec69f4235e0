/**
 * What `node --import ./scripts/register.mjs` needs before a script that starts Payload: the packages that every such
 * script loads, as Node loads them, and TypeScript after that. Through tsx's hooks the same packages take twice as
 * long, a second of each start. `lexical` comes first of all: without it the rich-text editor's import ends silently
 * in half of the starts (docs/library-facts.md).
 */
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  await import('lexical');
  await import('payload');
  await import('@payloadcms/richtext-lexical');
  await import('zod');
}
await import('tsx');
