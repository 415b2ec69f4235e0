import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { problemsOf } from '../../support/schema-org.ts';
import { POLICY } from '../../../policy.ts';
import { everyKind, PAGE_KINDS, withoutExample } from './page-kinds.ts';
import { aSite } from './support.ts';

const { ask } = aSite(everyKind(), { policy: POLICY, figureFile: () => Promise.resolve(Buffer.alloc(64)) });

/** Each page once, for all that is asked of it below. */
const pages = await Promise.all(
  PAGE_KINDS.map(async ([path, status]) => {
    const response = await ask(path);
    return { path, status, answered: response.status, html: await response.text() };
  }),
);

/** `WRITE_PAGES=folder` leaves them there, for a validator that is no part of this (docs/testing.md). */
if (process.env.WRITE_PAGES) {
  await mkdir(process.env.WRITE_PAGES, { recursive: true });
  for (const { path, html } of pages)
    await writeFile(join(process.env.WRITE_PAGES, `${path.replaceAll(/[^\w-]+/g, '_')}.html`), html);
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // React's way of writing, none of it an error of HTML: names in mixed case, empty elements, the doctype.
    'attr-case': 'off',
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Matters of taste: titles are the editors', and a line may break before a number to call.
    'long-title': 'off',
    'tel-non-breaking': 'off',
  },
});

const attributes = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value.replaceAll('&amp;', '&'));

describe('every kind of page', () => {
  test('has an example: a path that the site declares and nobody looks at is not served unseen', () => {
    expect(withoutExample).toEqual([]);
  });

  test.each(pages)('$path answers $status', ({ status, answered }) => {
    expect(answered).toBe(status);
  });

  test.each(pages)('$path is HTML without an error', async ({ html }) => {
    const { results } = await validator.validateString(html);
    const said = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
    );
    expect(said).toEqual([]);
  });

  test.each(pages)('$path has every id once, and its headings in their order', ({ html }) => {
    const ids = attributes(html, 'id');
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const main = levels.slice(levels.indexOf(1));
    expect(main.filter((level, i) => i > 0 && level > (main[i - 1] ?? 0) + 1)).toEqual([]);
  });

  test.each(pages)('$path describes itself within the vocabulary, if at all', ({ html }) => {
    for (const [, text = ''] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)) {
      expect(problemsOf(JSON.parse(text))).toEqual([]);
    }
  });

  test.each(pages)('$path runs no script and asks for nothing of others', ({ html }) => {
    const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, said = '']) => said.trim());
    expect(scripts.filter((said) => !/^type="(application\/ld\+json|speculationrules)"$/.test(said))).toEqual([]);
    expect(attributes(html, 'src').filter((src) => !src.startsWith('/'))).toEqual([]);
  });
});

describe('links', () => {
  const targets = new Map<string, Promise<{ status: number; ids: Set<string> }>>();
  const targetOf = (path: string) => {
    const known = targets.get(path);
    if (known) return known;
    const asked = ask(path).then(async (response) => ({
      status: response.status,
      ids: new Set(attributes(await response.text(), 'id')),
    }));
    targets.set(path, asked);
    return asked;
  };
  /** Addresses that other channels answer. */
  const OTHERS = /^\/(corrections\.|feed|feeds|changes|courses|releases|\.well-known\/jwks|admin)\b/;

  test.each(pages)('of $path lead to something, and to the place on it that they name', async ({ html }) => {
    const dead: string[] = [];
    const own = new Set(attributes(html, 'id'));
    const said = [...attributes(html, 'href'), ...attributes(html, 'src'), ...attributes(html, 'action')];
    for (const href of new Set(said.filter((one) => one.startsWith('/') || one.startsWith('#')))) {
      if (OTHERS.test(href)) continue;
      const [page = '', fragment = ''] = href.split('#');
      const { status, ids } = page === '' ? { status: 200, ids: own } : await targetOf(page);
      // A withdrawn page is there to say so: what lists withdrawals leads to it.
      if (status >= 400 && status !== 410) dead.push(`${href} (${status})`);
      else if (fragment !== '' && !ids.has(decodeURIComponent(fragment))) dead.push(href);
    }
    expect(dead).toEqual([]);
  });
});
