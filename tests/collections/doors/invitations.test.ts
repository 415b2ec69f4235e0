import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startSmtp, type Behaviour } from '../../publishers/email/smtp.ts';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf, graphqlOf, login } from '../../support/rest.ts';

const behaviour: Behaviour = {};
const smtp = await startSmtp(behaviour);
afterAll(() => smtp.close());

const SITE = 'https://imprimatur.example';
const CHOSEN = 'four lazy otters drift by';

describe.each(DATABASES)('a new colleague on %s', (database) => {
  const { system, staff } = newsroomOn(database, { env: { MAIL_URL: smtp.url, SITE_URL: SITE } });
  const { rest, tokenOf } = apiOf(system);
  let before = 0;
  beforeAll(() => (before = smtp.received.length));
  const invite = async (email: string, over: Record<string, unknown> = {}) => {
    const body = { name: 'New <colleague>', email, role: 'reviewer', ...over };
    return rest('POST', '/api/users', { token: await tokenOf('admin'), body });
  };
  const made = async (email: string) => (await invite(email)).json?.doc as { id: string | number; invitation: string };
  const again = async (id: string | number, who: 'admin' | 'editor' = 'admin') =>
    rest('POST', `/api/users/${id}/invite`, { token: await tokenOf(who) });
  const mailsTo = (email: string) =>
    smtp.received
      .slice(before)
      .filter(({ to }) => to.includes(email))
      .map(({ raw }) => raw.toString('utf8').replaceAll('=\r\n', '').replaceAll('=3D', '='));
  const linkIn = (mail = '') => /https:\/\/imprimatur\.example\/admin\/reset\/([\w-]+)/.exec(mail)?.[1] ?? '';
  const choose = (token: string, password = CHOSEN) =>
    rest('POST', '/api/users/reset-password', { body: { token, password } });
  const stored = async (email: string) =>
    (await system.payload.db.findOne({ collection: 'users', where: { email: { equals: email } } })) as unknown as {
      resetPasswordToken: string;
      invitation: string | null;
    };
  const trailOf = async (id: string | number) => {
    const where = { subject: { equals: `users/${id}` } };
    const { docs } = await system.payload.find({ collection: 'audit-events', where, sort: 'position', limit: 0 });
    return docs.map(({ action }) => action);
  };

  it('is sent a link that works once, and chooses a password that nobody else knew', async () => {
    const email = 'invited@example.com';
    const { id, invitation } = await made(email);
    expect(invitation).toBe('sent');
    const [mail] = mailsTo(email);
    const token = linkIn(mail);
    expect(token.length).toBeGreaterThanOrEqual(43);
    expect(mail).toContain('Dear New &lt;colleague&gt;,');
    expect(mail).toContain('Dear New <colleague>,');
    // Whoever reads the database cannot take the account.
    expect(JSON.stringify(await stored(email))).not.toContain(token);
    expect((await choose((await stored(email)).resetPasswordToken)).status).toBe(403);
    // A stranger who knows the address does not end the link.
    expect(await system.payload.forgotPassword({ collection: 'users', data: { email } })).toBeNull();
    expect(mailsTo(email)).toHaveLength(1);
    expect((await choose(token, 'password1234')).status).toBe(400);
    expect((await choose(token)).status).toBe(200);
    expect((await choose(token, 'nine quiet herons wade here')).status).toBe(403);
    await login(rest, email, CHOSEN);
    expect((await stored(email)).invitation ?? null).toBeNull();
    expect(await trailOf(id)).toEqual(
      expect.arrayContaining(['users created', 'users invited', 'users invitation accepted', 'users logged in']),
    );
    // From now on it is an account like every other.
    expect((await again(id)).status).toBe(409);
    await rest('POST', '/api/users/forgot-password', { body: { email } });
    await vi.waitUntil(() => mailsTo(email).length === 2, { timeout: 10_000 });
    expect((await choose(linkIn(mailsTo(email)[1]), 'nine quiet herons wade here')).status).toBe(200);
  });

  it('has no password that an admin, a key or a script gave them', async () => {
    const refused = await invite('given@example.com', { password: CHOSEN });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('"path":"password"')]);
    const graphql = await graphqlOf(system.payload);
    const token = await tokenOf('admin');
    const asked = (password: string, email: string) =>
      graphql(
        `mutation { createUser(data: { name: "x", email: "${email}", role: editor, password: "${password}" }) { id } }`,
        { token },
      );
    expect((await asked(CHOSEN, 'given@example.com')).text).toContain('password');
    expect((await asked('', 'by-graphql@example.com')).json).toMatchObject({ data: { createUser: {} } });
    expect(linkIn(mailsTo('by-graphql@example.com')[0])).not.toBe('');
    const data = { name: 'x', email: 'given@example.com', role: 'editor', password: CHOSEN } as const;
    const { payload } = system;
    await expect(payload.create({ collection: 'users', data, user: staff.admin })).rejects.toThrow();
    await expect(payload.create({ collection: 'users', data })).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await rest('POST', '/api/users', { body: data })).status).toBe(403);
    const key = await rest('POST', '/api/api-keys/issue', { token, body: { name: 'A script' } });
    const headers = { Authorization: `users API-Key ${String(key.json?.key)}` };
    const { password: _, ...rightful } = data;
    expect((await rest('POST', '/api/users', { headers, body: rightful })).json?.code).toBe('session-needed');
    const own = await rest('PATCH', `/api/users/${staff.editor.id}`, { headers, body: { role: 'admin' } });
    expect(own.json?.code).toBe('session-needed');
    expect((await payload.count({ collection: 'users', where: { email: { equals: data.email } } })).totalDocs).toBe(0);
  });

  it('is there when the mail is not, is invited again, and only the last link counts', async () => {
    const email = 'unlucky@example.com';
    behaviour.message = () => ({ code: 550, text: 'no' });
    const { id, invitation } = await made(email);
    delete behaviour.message;
    expect([invitation, mailsTo(email)]).toEqual(['not-sent', []]);
    expect(await trailOf(id)).toContain('users invitation not sent');
    expect((await again(id, 'editor')).status).toBe(403);
    expect((await again('0')).status).toBe(404);
    expect((await again(id)).json).toMatchObject({ invitation: 'sent' });
    expect((await again(id)).json).toMatchObject({ invitation: 'sent' });
    const [older, newer] = mailsTo(email).map(linkIn);
    expect((await choose(older ?? '')).status).toBe(403);
    expect((await choose(newer ?? '')).status).toBe(200);
  });

  it('is not waited for: an admin gives a mail server that stalls fifteen seconds, and holds up nobody', async () => {
    const wait = globalThis.setTimeout;
    onTestFinished(() => {
      vi.restoreAllMocks();
      delete behaviour.drop;
      smtp.hangUp();
    });
    // Fifteen seconds are a fifth of one, and no other wait is.
    vi.spyOn(globalThis, 'setTimeout').mockImplementation((run: () => void, ms?: number, ...rest: []) =>
      wait(run, ms === 15_000 ? 200 : ms, ...rest),
    );
    behaviour.drop = () => 'silent-after-final-dot';
    const { id, invitation } = await made('stalled@example.com');
    expect([invitation, Object.keys(system.payload.db.sessions)]).toEqual(['not-sent', []]);
    expect((await again(id)).json).toMatchObject({ invitation: 'not-sent' });
    smtp.hangUp();
    await expect.poll(() => trailOf(id)).toContain('users invitation not sent');
  });

  it('finds a link of last week closed, and one of some days ago open', async () => {
    const now = system.now();
    const madeDaysAgo = async (email: string, days: number) => {
      system.setNow(new Date(now.getTime() - days * 24 * 60 * 60 * 1000));
      await made(email);
      system.setNow(now);
      return (await choose(linkIn(mailsTo(email)[0]))).status;
    };
    expect(await madeDaysAgo('late@example.com', 7.01)).toBe(403);
    expect(await madeDaysAgo('in-time@example.com', 6.99)).toBe(200);
  });
});
