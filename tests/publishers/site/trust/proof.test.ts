import { describe, expect, test } from 'vitest';
import { rowHash } from '../../../../model/release-row.ts';
import { checkCommand } from '../../../../publishers/site/trust/check-command.ts';
import { aGuide, aRedFlag, aTreatment, aCause, memoryLog, released, withdrawn } from '../../../support/releases.ts';
import { feedOver } from '../../feed/support.ts';
import { aSite, thenWithdrawn } from '../support.ts';
import { by, corrected, saying } from './support.ts';

describe('the proof of a release', () => {
  test('shows the row, its hash and that of the row before, its text’s hash, its key and signature', async () => {
    const rows = corrected({ approvals: [by('ann')] });
    const { read, log } = aSite(rows);
    const html = await read('/releases/2');
    const [first, row] = log.rows;
    for (const shown of [rowHash(row!), rowHash(first!), row!.revision, row!.signature, '<code>test</code>'])
      expect(html).toContain(shown);
    expect(html).toContain('<a href="/releases/1">Release 1</a>');
    expect(html).toContain('<a href="/clinicians/ann">Dr ann</a>');
    expect(html).toContain('This is what <a href="/causes/hip-osteoarthritis">the page</a> says now.');
    expect(html).toContain(checkCommand('https://example.org', 2));
    expect(html).toContain('<a href="/releases/2.json">');
  });

  test('says of an old release that it was replaced, as soon as it is', async () => {
    const { read, log } = aSite(corrected().slice(0, 1));
    expect(await read('/releases/1')).toContain('says now');
    log.rows.push(corrected()[1]!);
    expect(await read('/releases/1')).toContain('<a href="/causes/hip-osteoarthritis?release=1">');
  });

  test('is 410 once the text was withdrawn; the withdrawal has a proof of its own', async () => {
    const { ask, read } = aSite(thenWithdrawn(corrected(), 3));
    for (const seq of [1, 2]) {
      const answer = await ask(`/releases/${seq}`);
      expect(answer.status).toBe(410);
      expect(await answer.text()).not.toContain('canary');
    }
    const html = await read('/releases/3');
    expect(html).toContain('This row took the text from readers. It was out of date.');
    expect(html).not.toMatch(/canary|href="\/releases\/2"/);
  });

  test('of a withdrawal names the entry as it is called now, should it come back', async () => {
    const old = released(saying('x', { title: 'Title-canary' }), { seq: 1 });
    const { read, log } = aSite([old, withdrawn(old, { seq: 2 })]);
    expect(await read('/releases/2')).toContain('Title-canary');
    log.rows.push(released(saying('y', { title: 'Called this now' }), { seq: 3 }));
    const html = await read('/releases/2');
    expect(html).toContain('Release 2: Called this now');
    expect(html).not.toContain('canary');
  });

  test('says nothing while the last row of the entry cannot be read: it may be a withdrawal', async () => {
    const log = memoryLog(corrected());
    // The log signs its rows when it is first asked.
    await log.head();
    log.rows[1]!.signature = 'e30.e30.e30';
    const answer = await aSite([], { log }).ask('/releases/1');
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('canary');
  });

  test('leads to a row that is there, of a withdrawal too', async () => {
    const rows = thenWithdrawn(corrected(), 3);
    const links = (await aSite(rows).read('/releases/3')).match(/(?<=href=")\/releases\/[^"?]+(?=")/g) ?? [];
    expect(links).toEqual(['/releases/3.json']);
    for (const link of links) expect((await feedOver(rows).get(link)).status).toBe(200);
  });

  test('is shown of no row that does not verify', async () => {
    const { ask, log } = aSite(corrected());
    await ask('/');
    log.rows[1]!.title = 'Another title';
    const answer = await ask('/releases/2');
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('Another title');
  });

  test.each(['0', '01', '3', '999999999999999', '9999999999999999', '1e1', 'x', '-1', '%31', '1.html', '__proto__'])(
    'answers 404 at /releases/%s',
    async (seq) => {
      expect((await aSite(corrected()).ask(`/releases/${seq}`)).status).toBe(404);
    },
  );
});

describe('the page of a withdrawn guide', () => {
  test('leads to what belonged to it and may still be read, signs first', async () => {
    const gone = released(aTreatment({ slug: 'patches', title: 'Patches-canary' }), { seq: 4 });
    const guide = released(aGuide({ causes: [saying('x').uid], treatments: [gone.uid], redFlags: [aRedFlag().uid] }), {
      seq: 5,
    });
    const { ask } = aSite([
      released(aRedFlag(), { seq: 1 }),
      released(saying('x'), { seq: 2 }),
      released(aCause({ slug: 'another', title: 'Not of it', redFlags: [], treatments: [] }), { seq: 3 }),
      gone,
      guide,
      withdrawn(gone, { seq: 6 }),
      withdrawn(guide, { seq: 7, reason: 'unsafe' }),
    ]);
    const answer = await ask('/guides/hip-pain');
    const html = await answer.text();
    expect(answer.status).toBe(410);
    expect(html).toContain('Following it could do harm.');
    expect(html).toMatch(/What belonged to it.*Night pain that no position eases.*Hip osteoarthritis/s);
    expect(html).not.toMatch(/Patches-canary|Not of it/);
    expect(html).toMatch(/In an emergency call <a href="tel:112">112<\/a>/);
    expect(html).toContain('<a href="/releases/7">');
  });
});
