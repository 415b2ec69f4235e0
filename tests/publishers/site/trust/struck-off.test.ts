import { describe, expect, test } from 'vitest';
import { memoryLog, released } from '../../../support/releases.ts';
import { aSite } from '../support.ts';
import { by, saying } from './support.ts';

const PAGE = '/causes/hip-osteoarthritis';
const siteOf = (names: string[], gone: string[]) =>
  aSite([released(saying('One.'), { seq: 1, approvals: names.map((name) => by(name)) })], {
    struckOff: () => new Set(gone.map((name) => by(name).clinician.uid)),
  });

describe('a page whose clinician was struck off since', () => {
  test('says who, and that nobody else approved it', async () => {
    const html = await siteOf(['ann'], ['ann']).read(PAGE);
    expect(html).toContain('Dr ann has been struck off the register since approving this page.');
    expect(html).toContain('Nobody else has approved it.');
  });

  test('says who else approved it', async () => {
    const html = await siteOf(['ann', 'bo'], ['ann']).read(PAGE);
    expect(html).toContain('Dr ann has been struck off');
    expect(html).toContain('Dr bo approved it too.');
    expect(await siteOf(['ann', 'bo'], ['ann', 'bo']).read(PAGE)).toContain('Dr ann and Dr bo have been struck off');
  });

  test('says nothing of somebody who approved other pages', async () => {
    expect(await siteOf(['ann'], ['bo']).read(PAGE)).not.toContain('struck off');
  });

  test('says so of somebody who is struck off while the page is looked for', async () => {
    const rows = [released(saying('One.'), { seq: 1, approvals: [by('ann')] })];
    const log = memoryLog(rows);
    let gone: string[] = [];
    const stored = (seq: number) => {
      gone = [by('ann').clinician.uid];
      return log.stored(seq);
    };
    const site = aSite(rows, { log: { ...log, stored }, struckOff: () => new Set(gone) });
    expect(await site.read(`${PAGE}?release=1`)).toContain('Dr ann has been struck off');
  });

  test('leads to a page of the clinician that says so as well', async () => {
    expect(await siteOf(['ann'], ['ann']).read('/clinicians/ann')).toContain('struck off the register since');
    expect(await siteOf(['ann'], []).read('/clinicians/ann')).not.toContain('struck off');
  });
});
