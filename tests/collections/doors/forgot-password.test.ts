import { afterAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';
import { startSmtp, type Behaviour } from '../../publishers/email/smtp.ts';

const behaviour: Behaviour = {};
const smtp = await startSmtp(behaviour);
afterAll(() => smtp.close());

const STRANGERS = Array.from({ length: 40 }, (_, i) => `stranger-${i}@example.com`);

describe.each(DATABASES)('a forgotten password on %s', (database) => {
  const SITE = 'https://imprimatur.example';
  const { system, staff, live, take } = newsroomOn(database, { env: { MAIL_URL: smtp.url, SITE_URL: SITE } });
  const { rest } = apiOf(system);
  const forgot = (email: string, headers: Record<string, string> = {}) =>
    rest('POST', '/api/users/forgot-password', { body: { email }, headers });

  it('is answered by a mail with an absolute link, whatever host the request names', async () => {
    const before = smtp.received.length;
    const { status } = await forgot('editor@example.com', { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' });
    expect(status).toBe(200);
    const mails = smtp.received.slice(before);
    expect(mails.map(({ to }) => to)).toEqual([['editor@example.com']]);
    const text = mails[0]?.raw.toString('utf8').replaceAll('=\r\n', '') ?? '';
    const { resetPasswordToken: token } = (await system.payload.db.findOne({
      collection: 'users',
      where: { email: { equals: 'editor@example.com' } },
    })) as unknown as { resetPasswordToken: string };
    expect(token).toMatch(/^[0-9a-f]{40}$/);
    expect(text).toContain(`${SITE}/admin/reset/${token}`);
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
    behaviour.drop = () => 'silent-after-final-dot';
    const asked = ['reviewer@example.com', 'second-reviewer@example.com', 'admin@example.com', ...STRANGERS];
    const storm = asked.map((email) => forgot(email));
    await Promise.all(storm.slice(-10));
    // A second, where the machine gives these tests a machine's time.
    expect(await timed(beside)).toBeLessThan(Math.max(1000, 5 * quiet));
    delete behaviour.drop;
    smtp.hangUp();
    const answers = await Promise.all(storm);
    expect(new Set(answers.slice(3).map(({ status }) => status))).toEqual(new Set([200]));
  });
});
