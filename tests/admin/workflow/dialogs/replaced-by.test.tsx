import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { askLiveEntries, type LiveEntry } from '../../../../admin/workflow/dialogs/ask-live-entries.ts';
import { ReplacedBy } from '../../../../admin/workflow/dialogs/replaced-by.tsx';

const hip: LiveEntry = { uid: 'a', title: 'Hip osteoarthritis', type: 'cause' };
const answering = (status: number, body: string) => () => Promise.resolve(new Response(body, { status }));

describe('what a withdrawn entry can be replaced by', () => {
  it('is what readers have, asked for as uid, title and type alone', async () => {
    let asked = '';
    const get = (url: string) => ((asked = url), answering(200, JSON.stringify({ docs: [hip] }))());
    expect(await askLiveEntries('/api', get)).toEqual([hip]);
    expect(asked).toMatch(/^\/api\/entry-status\?/);
  });

  it('is asked for page by page, because no request lists more than a hundred', async () => {
    const pages = [hip, { ...hip, uid: 'b' }, { ...hip, uid: 'c' }];
    const get = (url: string) => {
      const page = Number(new URLSearchParams(url.split('?')[1]).get('page'));
      const body = { docs: [pages[page - 1]], hasNextPage: page < pages.length };
      return answering(200, JSON.stringify(body))();
    };
    expect(await askLiveEntries('/api', get)).toEqual(pages);
  });

  it.each([
    ['refuses', answering(403, '{"errors":[]}')],
    ['fails, whatever stands in the answer', answering(500, '{"docs":[]}')],
    ['answers something else', answering(200, '<p>A proxy speaks.</p>')],
    ['answers without a list', answering(200, 'null')],
    ['does not answer', () => Promise.reject(new TypeError('fetch failed'))],
  ])('is not known when the server %s: that is no empty list', async (_, get) => {
    expect(await askLiveEntries('/api', get)).toBe('unknown');
  });

  const shown = (entries: Parameters<typeof ReplacedBy>[0]['entries']) =>
    renderToStaticMarkup(<ReplacedBy entries={entries} except="b" />);

  it('is shown without the entry itself', () => {
    const html = shown([hip, { ...hip, uid: 'b', title: 'This one' }]);
    expect(html).toContain('Hip osteoarthritis');
    expect(html).not.toContain('This one');
    expect(html).not.toContain('cannot be had');
  });

  it('tells the person when it cannot be had, and can still be left empty', () => {
    const html = shown('unknown');
    expect(html).toMatch(/role="alert"><p[^>]*>The list of what readers have cannot be had/);
    expect(html).toMatch(/<option value=""[^>]*>Nothing/);
    expect(html).toContain('aria-busy="false"');
    expect(shown('asking')).not.toContain('cannot be had');
  });
});
