import { afterAll, describe, expect, it, vi } from 'vitest';
import { adapterCalls } from '../../support/adapter-calls.ts';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';
import { startSmtp, type Behaviour } from '../../publishers/email/smtp.ts';

const behaviour: Behaviour = {};
const smtp = await startSmtp(behaviour);
afterAll(() => smtp.close());

const PATIENT = { timeout: 10_000 };
const STRANGERS = Array.from({ length: 40 }, (_, i) => `stranger-${i}@example.com`);

describe.each(DATABASES)('a forgotten password on %s', (database) => {
  const SITE = 'https://imprimatur.example';
  const { system, staff, live, take } = newsroomOn(database, { env: { MAIL_URL: smtp.url, SITE_URL: SITE } });
  const { rest } = apiOf(system);
  let networks = 0;
  const forgot = (email: string, headers: Record<string, string> = {}) =>
    rest('POST', '/api/users/forgot-password', {
      body: { email },
      headers: { 'X-Forwarded-For': `198.51.100.${(networks += 1)}`, ...headers },
    });

  it('is answered by a mail with an absolute link, whatever host the request names', async () => {
    const before = smtp.received.length;
    const { status } = await forgot('editor@example.com', { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' });
    expect(status).toBe(200);
    const mails = await vi.waitUntil(() => smtp.received.length > before && smtp.received.slice(before), PATIENT);
    expect(mails.map(({ to }) => to)).toEqual([['editor@example.com']]);
    const text = mails[0]?.raw.toString('utf8').replaceAll('=\r\n', '') ?? '';
    const token = /https:\/\/imprimatur\.example\/admin\/reset\/([0-9a-f]{40})/.exec(text)?.[1];
    expect(token).toBeDefined();
    // Whoever reads the database cannot use the link.
    const where = { email: { equals: 'editor@example.com' } };
    const stored = await system.payload.db.findOne({ collection: 'users', where });
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(text).not.toContain('evil.example');
    const changed = await rest('POST', '/api/users/reset-password', {
      body: { token, password: 'a new long password' },
    });
    expect(changed.status).toBe(200);
  });

  it('never keeps a withdrawal waiting, asked for by however many, with a mail server that stalls', async () => {
    const timed = async ({ id, revision }: { id: string | number; revision: string }) => {
      const started = performance.now();
      await take(staff.editor, id, 'withdraw', { revision, reason: 'unsafe' });
      return performance.now() - started;
    };
    const beside = await live('beside-a-storm');
    const quiet = await timed(await live('on-a-quiet-day'));
    let stalled = 0;
    behaviour.drop = () => {
      stalled += 1;
      return 'silent-after-final-dot';
    };
    const asked = ['reviewer@example.com', 'second-reviewer@example.com', 'admin@example.com', ...STRANGERS];
    // Nobody waits for the mail, and no answer says whether one goes out.
    const answers = await Promise.all(asked.map((email) => forgot(email)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    await vi.waitUntil(() => stalled > 0, PATIENT);
    // Whoever holds a transaction for as long as a mail server likes holds more than the mail.
    const open = () => Object.keys(system.payload.db.sessions);
    await expect.poll(open, PATIENT).toEqual([]);
    // A second, where the machine gives these tests a machine's time.
    expect(await timed(beside)).toBeLessThan(Math.max(1000, 5 * quiet));
    delete behaviour.drop;
    smtp.hangUp();
  });

  it('floods no mailbox, and no network asks for all of them', async () => {
    const before = smtp.received.length;
    const mine = () => smtp.received.slice(before).filter(({ to }) => to[0] === 'mailer@example.com').length;
    for (let i = 1; i <= 6; i += 1) {
      expect((await forgot('Mailer@example.com')).status).toBe(200);
      if (i <= 3) await vi.waitUntil(() => mine() === i, PATIENT);
      // As if the quarter of a minute were over that Payload keeps between two mails.
      await system.payload.db.updateOne({
        collection: 'users',
        where: { email: { equals: 'mailer@example.com' } },
        data: { resetPasswordRequestedAt: null },
      });
    }
    // Mails go out after the answer: one that was asked for later has come before those are counted.
    await forgot('second-reviewer@example.com');
    const last = () => smtp.received.slice(before).some(({ to }) => to[0] === 'second-reviewer@example.com');
    await vi.waitUntil(last, PATIENT);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(mine()).toBe(3);
    const here = { 'X-Forwarded-For': '2001:db8::1' };
    const answers = await Promise.all(Array.from({ length: 24 }, (_, i) => forgot(`a-${i}@example.com`, here)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(4);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    // What is beyond a limit asks nothing of the database that a withdrawal needs, and waits no longer than before.
    let beyond = refused[0]!;
    const calls = await adapterCalls(system.payload, async () => (beyond = await forgot('b@example.com', here)));
    expect([calls, beyond.status]).toEqual([[], 429]);
    expect(Number(beyond.headers.get('retry-after'))).toBeLessThanOrEqual(60 * 60);
    system.setNow(new Date(system.now().getTime() + 60 * 60_000));
    expect((await forgot('b@example.com', here)).status).toBe(200);
  });
});
