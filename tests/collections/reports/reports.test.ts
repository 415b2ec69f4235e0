import { describe, expect, it } from 'vitest';
import { REPORT_NAMES } from '../../../editorial/rules/reports/report.ts';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague, PASSWORD } from '../../support/people.ts';
import { apiOf, login } from '../../support/rest.ts';

const HOUR = 3_600_000;

describe.each(DATABASES)('the reports of a desk on %s', (database) => {
  const { system, staff, live, draftOf, submit, take } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  const read = async (name: string, query = '') => {
    const { status, json } = await rest('GET', `/api/reports/${name}${query}`, { token: await tokenOf('editor') });
    expect([name, status]).toEqual([name, 200]);
    return json as { rows: { cells: unknown[]; entry?: object }[]; totals?: { label: string; value: number }[] };
  };
  const cells = async (name: string, query?: string) => (await read(name, query)).rows.map((row) => row.cells);
  const calendar = (url: string) => rest('GET', new URL(url).pathname);
  const later = (hours: number) => {
    system.setNow(new Date(system.now().getTime() + hours * HOUR));
  };

  it('say what was approved, how long it took, and how it stands', async () => {
    const { id, revision } = await live('sore-hip', { title: 'Sore hip' });
    const draft = await draftOf('stiff-hip', { title: 'CANARY stiff hip' });
    await submit(draft.id);
    later(5);
    await take(staff.reviewer, id, 'withdraw', { revision, reason: 'inaccurate', note: 'CANARY note' });
    await live('weak-hip', { title: 'Weak hip' });

    expect(await cells('approvals')).toEqual([[staff.reviewer.name, 2, 2, 0, 0, 2]]);
    const stages = await cells('time-in-stages');
    expect(stages[0]?.slice(1)).toEqual([3, expect.any(Number), expect.any(Number), 1, 5, 'CANARY stiff hip']);
    const { rows, totals } = await read('corrections');
    expect(rows.map((row) => row.cells.slice(1))).toEqual([['Sore hip', 'cause', '1.0', 'withdrawn', 'inaccurate']]);
    expect(totals).toContainEqual({ label: 'withdrawn', value: 1 });
    // Whoever is not a guide and named by nobody is an orphan; only what readers have counts.
    expect((await cells('orphans')).map(([title]) => title)).toEqual(['Weak hip']);
    expect(await cells('reading-grade')).toEqual([['Weak hip', 'cause', expect.toSatisfy(isGrade)]]);
    expect(await cells('reviews-due')).toEqual([]);
    // What was submitted is older than a day then; a report of one day has forgotten it.
    later(30);
    expect((await cells('time-in-stages', '?days=1'))[0]?.[1]).toBe(0);
  });

  it('name what falls due, the most overdue first, with the days that are left', async () => {
    const before = system.now();
    system.setNow(new Date('2028-06-03T08:00:00Z'));
    expect(await cells('reviews-due')).toEqual([['Weak hip', 'cause', '2028-06-01', -2]]);
    system.setNow(new Date('2028-05-31T08:00:00Z'));
    expect(await cells('reviews-due')).toEqual([['Weak hip', 'cause', '2028-06-01', 1]]);
    system.setNow(before);
  });

  it('are the staff’s alone, each as a table and as CSV, and answer odd questions in words', async () => {
    for (const name of REPORT_NAMES) {
      expect((await rest('GET', `/api/reports/${name}`)).status).toBe(401);
      const token = await tokenOf('mailer');
      const csv = await rest('GET', `/api/reports/${name}?format=csv&days=30`, { token });
      expect([name, csv.status, csv.headers.get('content-type')]).toEqual([name, 200, 'text/csv; charset=utf-8']);
      expect(csv.headers.get('cache-control')).toBe('no-store');
      for (const days of ['0', '-1', '1e9', 'x', '1.5']) {
        expect((await rest('GET', `/api/reports/${name}?days=${days}`, { token })).status).toBe(400);
      }
    }
    expect((await rest('GET', '/api/reports/constructor', { token: await tokenOf('admin') })).status).toBe(404);
  });

  it('have a calendar of review dates by a secret link, one for each account, with nothing of a draft', async () => {
    const token = await tokenOf('editor');
    const issue = async () => {
      const { status, json } = await rest('POST', '/api/calendar-links/issue', { token, body: {} });
      expect(status).toBe(201);
      return (json as { url: string }).url;
    };
    const first = await issue();
    const { status, text, headers } = await calendar(first);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text).toContain('SUMMARY:Review due: Weak hip');
    expect(text).toContain('DTSTART;VALUE=DATE:20280601');
    expect(text).not.toContain('CANARY');
    expect(text).not.toContain('Sore hip');
    const second = await issue();
    expect((await calendar(first)).status).toBe(404);
    expect((await calendar(second)).status).toBe(200);
    expect((await rest('POST', '/api/calendar-links/revoke', { token, body: {} })).status).toBe(200);
    expect((await calendar(second)).status).toBe(404);
    expect((await rest('POST', '/api/calendar-links/issue', { body: {} })).status).toBe(401);
    const stored = await rest('GET', '/api/calendar-links', { token: await tokenOf('admin') });
    expect(stored.json?.docs).toEqual([]);
  });

  it('end the link with the password and with the account', async () => {
    const { id, email } = await aColleague(system.payload, { name: 'Demo colleague', role: 'editor' });
    const make = async (password: string) => {
      const token = await login(rest, email, password);
      const { json } = await rest('POST', '/api/calendar-links/issue', { token, body: {} });
      return { token, url: (json as { url: string }).url };
    };
    const before = await make(PASSWORD);
    const body = { password: 'nine quiet herons wade here', currentPassword: PASSWORD };
    expect((await rest('PATCH', `/api/users/${id}`, { token: before.token, body })).status).toBe(200);
    expect((await calendar(before.url)).status).toBe(404);
    const after = await make(body.password);
    expect((await calendar(after.url)).status).toBe(200);
    await system.payload.delete({ collection: 'users', id });
    expect((await calendar(after.url)).status).toBe(404);
  });
});

const isGrade = (value: unknown) => value === null || (typeof value === 'number' && value > 0);
