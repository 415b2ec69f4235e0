import { describe, expect, it } from 'vitest';
import type { FigureContent } from '../../../model/entries/shared.ts';
import { SCHEMA } from '../../../model/entries/types.ts';
import { aCause, aGuide, aRedFlag, aTreatment, released } from '../../support/releases.ts';
import { EMPTY_LESSON, shown } from '../../support/lessons.ts';
import { feedOver, SITE } from './support.ts';

const SHA = 'a'.repeat(64);
const figure: FigureContent = {
  alt: 'A ball in a "socket"',
  caption: 'The hip joint',
  credit: null,
  licence: 'CC BY 4.0',
  mailPicture: [],
  renditions: [
    { width: 320, height: 240, sha256: 'b'.repeat(64) },
    { width: 640, height: 480, sha256: SHA },
    { width: 1280, height: 960, sha256: 'c'.repeat(64) },
  ],
};

const flag = released(aRedFlag(), { seq: 1 });

async function htmlOf(...rows: Parameters<typeof feedOver>[0]): Promise<string> {
  return (await feedOver(rows).page('/feed.json')).items[0]!.content_html;
}

describe('the text of an item', () => {
  it('of a red flag starts with how soon and what to do', async () => {
    const html = await htmlOf(flag);
    expect(html.indexOf('See a doctor within days')).toBeLessThan(html.indexOf('Call your doctor today'));
    expect(html.indexOf('Call your doctor today')).toBeLessThan(html.indexOf('needs a check'));
    expect(html).toContain('With fever, get help today.');
  });

  it('of a treatment gives cautions, interactions and evidence before how to do it', async () => {
    const html = await htmlOf(
      released(aTreatment({ interactions: ['Not with blood thinners.'], dose: 'Once a day.' }), { seq: 1 }),
    );
    const order = [
      'Not on numb skin.',
      'Not with blood thinners.',
      'Limited evidence.',
      'A pack on the skin.',
      'Once a day.',
      'Wrap the pack in a cloth.',
    ];
    expect(order.map((words) => html.indexOf(words))).toEqual(
      order.map((words) => html.indexOf(words)).sort((a, b) => a - b),
    );
    for (const words of order) expect(html).toContain(words);
  });

  it('of a guide names warning signs first, and other entries only by title and link', async () => {
    const html = await htmlOf(
      flag,
      released(aTreatment(), { seq: 2 }),
      released(aCause(), { seq: 3 }),
      released(aGuide(), { seq: 4 }),
    );
    expect(html.indexOf(`${SITE}/red-flags/red-flag-night-pain`)).toBeLessThan(html.indexOf('The hip is a ball'));
    expect(html).toContain(`<a href="${SITE}/causes/hip-osteoarthritis">Hip osteoarthritis</a>`);
    expect(html).toContain('It is getting worse');
    expect(html).not.toContain(aCause().summary);
  });

  it('leaves out links to entries that are not live', async () => {
    const html = await htmlOf(flag, released(aGuide(), { seq: 2 }));
    expect(html).not.toContain('Possible causes');
  });

  it('lists sources and tells who approved it, when, and when it is looked at again', async () => {
    const html = await htmlOf(flag);
    expect(html).toContain('<a href="https://www.nice.org.uk/guidance/ng226">Osteoarthritis in over 16s</a>');
    expect(html).toContain('MBBS (demonstration), Musculoskeletal medicine, Demonstration register DEMO-0001');
    expect(html).toContain('Last reviewed 2026-02-01. Next review due 2027-06-01.');
  });

  it('carries figures with absolute addresses, dimensions and their alternative text', async () => {
    const html = await htmlOf(
      released(aGuide({ figures: [figure, { ...figure, mailPicture: [], renditions: [] }] }), { seq: 1 }),
    );
    expect(html).toContain(
      `<img src="${SITE}/figures/${SHA}.webp" width="640" height="480" alt="A ball in a &quot;socket&quot;">`,
    );
    expect(html).toContain('<figcaption>The hip joint · CC BY 4.0</figcaption>');
    expect(html.match(/<figure>/g)).toHaveLength(1);
  });

  it('escapes what an editor wrote, makes links absolute and drops unsafe ones', async () => {
    const html = await htmlOf(
      released(
        aRedFlag({
          action: '<script>alert(1)</script> & "call"',
          explanation: [
            { kind: 'heading', level: 3, children: [{ kind: 'text', text: 'Signs' }] },
            {
              kind: 'list',
              ordered: true,
              items: [
                {
                  children: [{ kind: 'text', text: 'one', bold: true, italic: true }],
                  list: { kind: 'list', ordered: false, items: [{ children: [{ kind: 'text', text: 'inner' }] }] },
                },
              ],
            },
            {
              kind: 'paragraph',
              children: [
                { kind: 'link', href: '/causes/x', children: [{ kind: 'text', text: 'here' }] },
                { kind: 'break' },
                { kind: 'link', href: 'javascript:alert(1)', children: [{ kind: 'text', text: 'there' }] },
              ],
            },
          ],
        }),
        { seq: 1 },
      ),
    );
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;call&quot;');
    expect(html).not.toContain('javascript:');
    expect(html).toContain(`<p><a href="${SITE}/causes/x">here</a><br>there</p>`);
    expect(html).toContain('<h3>Signs</h3><ol><li><em><strong>one</strong></em><ul><li>inner</li></ul></li></ol>');
  });

  it('of a course holds every lesson', async () => {
    const html = await htmlOf(
      flag,
      released(
        {
          schema: SCHEMA,
          terms: [],
          type: 'course',
          uid: '0189-course',
          slug: 'hip',
          title: 'Hip course',
          reviewDue: '2027-06-01',
          sources: [],
          summary: 'Two lessons.',
          lessons: [
            {
              ...EMPTY_LESSON,
              key: 'a',
              subject: 'First',
              preheader: 'Look',
              intro: 'One.\n\nTwo.',
              entries: [shown(flag.uid)],
              outro: 'Bye.',
              delayDays: 0,
            },
          ],
          sendAt: '08:00',
          weekdays: ['mon'],
        },
        { seq: 2 },
      ),
    );
    expect(html).toContain('<h2>First</h2><p>Look</p><p>One.</p><p>Two.</p>');
    expect(html).toContain(`${SITE}/red-flags/red-flag-night-pain`);
  });
});
