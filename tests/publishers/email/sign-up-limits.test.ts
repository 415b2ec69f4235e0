import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { emailOn, HOUR, type EmailSystem } from './system.ts';

describe.each(DATABASES)('requests for a course on %s', (database) => {
  const asNew = emailOn(database);
  /** The proxy is the last entry, the client the one before; what the client says stands before that. */
  const from = (client: string) => ({ accept: 'text/html', 'x-forwarded-for': `8.8.8.8, ${client}, 127.0.0.1` });
  const ask = ({ post }: EmailSystem, email: string, client = '192.0.2.1') =>
    post('/courses/hip-pain/subscribe', { email, timeZone: 'Europe/London', consent: 'yes' }, from(client));
  const planned = async ({ rows }: EmailSystem) => (await rows('deliveries')).length;

  it('are limited by network, also when they come at once', async () => {
    const system = await asNew();
    system.limits.network = { most: 3, minutes: 60 };
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => ask(system, `reader${i}@example.net`, `2001:db8:1:2::${i}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 303, 429, 429, 429, 429, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await planned(system)).toBe(3);
    expect((await ask(system, 'other@example.net', '2001:db8:1:3::1')).status).toBe(303);
    system.clock.pass(HOUR);
    expect((await ask(system, 'later@example.net', '2001:db8:1:2::1')).status).toBe(303);
    // What has run out is not kept, and no address is.
    const counts = await system.rows('request-counts');
    expect(counts).toHaveLength(3);
    expect(JSON.stringify(counts)).not.toMatch(/2001|example/);
  });

  it('are limited by mailbox, however its address is written, and nobody can tell', async () => {
    const system = await asNew();
    system.limits.mailbox = { most: 2, minutes: 60 };
    const spellings = [
      'a.reader@example.net',
      'areader+1@example.net',
      'A.Reader+2@example.net',
      'areader@example.net',
    ];
    const answers = [];
    for (const address of spellings) answers.push(await ask(system, address));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(await planned(system)).toBe(2);
  });

  it('are limited in total for a course', async () => {
    const system = await asNew();
    system.limits.course = { most: 2, minutes: 60 };
    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await ask(system, `r${i}@example.net`, `192.0.2.${i}`)).status);
    expect(statuses).toEqual([303, 303, 429, 429]);
    expect(await planned(system)).toBe(2);
  });

  it('are all taken below the limit, however many come at once', async () => {
    const system = await asNew();
    const asked = Array.from({ length: 40 }, (_, i) => ask(system, `r${i}@example.net`, `192.0.2.${i}`));
    expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([303]));
    expect(await planned(system)).toBe(40);
  });
});
