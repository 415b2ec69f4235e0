import { describe, expect, it } from 'vitest';
import { POLICY } from '../../policy.ts';
import { DATABASES } from '../support/database.ts';
import { coursePages } from './email/pages.ts';
import { emailOn } from './email/system.ts';
import { everyKind, PAGE_KINDS, withoutExample } from './site/page-kinds.ts';
import { aSite } from './site/support.ts';

/** Links and forms of a page that lose the reader's choice, and whether it shows the reader's number first. */
async function lost(what: string, response: Response): Promise<string[]> {
  const location = response.headers.get('location');
  const moved = location === null || location.includes('numbers=au') ? [] : [`${what} leads on to ${location}`];
  const html = await response.text();
  if (html === '') return moved;
  const body = html.slice(html.indexOf('<body'));
  const forms = [...body.matchAll(/<form [^>]*action="([^"]*)"[^>]*>(.{0,60})/g)];
  const links = [...body.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href = '']) => href);
  return [
    ...moved,
    ...links
      .filter((href) => href.startsWith('/') && !/\.(json|xml|txt|svg|png|webp)($|[?#])/.test(href))
      .filter((href) => !/[?;&]numbers=/.test(href))
      .map((href) => `${what} links ${href}`),
    ...forms
      .filter(([all, action = '']) => !action.includes('numbers=au') && !all.includes('name="numbers" value="au"'))
      .map(([, action]) => `${what} has a form to ${action}`),
    ...(/<footer>.*?href="tel:(\d+)"/s.exec(body)?.[1] === '000' ? [] : [`${what} has another number first`]),
    ...(links.length > 5 ? [] : [`${what} has no links`]),
  ];
}

describe("a reader's own emergency number goes along", () => {
  it('every link and form of every kind of page of the site', async () => {
    const { ask } = aSite(everyKind(), { policy: POLICY, demo: true });
    expect(withoutExample).toEqual([]);
    const found: string[] = [];
    for (const [path] of PAGE_KINDS) {
      if (path.includes('numbers=')) continue;
      found.push(...(await lost(path, await ask(`${path}${path.includes('?') ? '&' : '?'}numbers=au`))));
    }
    expect(found).toEqual([]);
  });

  describe.each(DATABASES)('with a course on %s', (database) => {
    const asNew = emailOn(database);

    it('every link, form and redirect of its pages, and those alone that were asked so', async () => {
      const system = await asNew();
      const found: string[] = [];
      for (const { what, ask } of await coursePages(system))
        found.push(...(await lost(what, await ask('?numbers=au'))));
      expect(found).toEqual([]);
      expect(await (await system.get('/courses/hip-pain')).text()).toContain('action="/courses/hip-pain/subscribe"');
    });
  });
});
