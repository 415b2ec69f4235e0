import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { STAFF_LIMITS } from '../../../policy.ts';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague, PASSWORD } from '../../support/people.ts';
import { apiOf, graphqlOf, type Answer } from '../../support/rest.ts';

const MINUTES = 60_000;
const PATIENT = { timeout: 10_000 };
const staffLimits = {
  ...STAFF_LIMITS,
  login: {
    browser: { most: 2, minutes: 15 },
    accountFromNetwork: { most: 2, minutes: 15 },
    network: { most: 4, minutes: 15 },
    account: { most: 5, minutes: 60 },
  },
  newPassword: { network: { most: 100, minutes: 60 }, account: { most: 3, minutes: 360 } },
};

describe.each(DATABASES)('logging in on %s', (database) => {
  const env = { SITE_URL: 'https://imprimatur.example', TRUSTED_PROXIES: '1' };
  const { system } = newsroomOn(database, { staffLimits, env, now: new Date('2026-03-03T09:00:00Z') });
  const { rest, tokenOf } = apiOf(system);
  let networks = 0;
  const elsewhere = () => `198.51.100.${(networks += 1)}`;
  const tries = (email: string, password: string, from: string, cookie?: string) =>
    rest('POST', '/api/users/login', {
      body: { email, password },
      // What a client says stands first, and counts for nothing.
      headers: {
        'X-Forwarded-For': `8.8.8.${Math.random()}, ${from}, 127.0.0.1`,
        ...(cookie ? { Cookie: cookie } : {}),
      },
    });
  const statuses = async (times: number, attempt: (i: number) => Promise<Answer>) =>
    (await Promise.all(Array.from({ length: times }, (_, i) => attempt(i)))).map(({ status }) => status).sort();
  const cookieOf = ({ headers }: Answer) =>
    headers.getSetCookie().find((each) => each.startsWith('imprimatur-known-')) ?? '';

  const counted = async () => {
    const { docs } = await system.payload.db.find<{ id: number; count: number }>({
      collection: 'request-counts',
      limit: 100,
      pagination: false,
    });
    return docs.reduce((sum, { count }) => sum + count, 0);
  };
  /** The token in the only mail that went to an address; the database has its digest alone. */
  const tokenFor = async (email: string) => {
    const outbox = path.join(system.env.dataDir, 'outbox');
    const files = await readdir(outbox).catch(() => []);
    const mails = await Promise.all(files.map((file) => readFile(path.join(outbox, file), 'utf8').catch(() => '')));
    const mail = mails.find((text) => text.includes(`To: ${email}`))?.replaceAll('=\r\n', '');
    return /\/admin\/reset\/([0-9a-f]{40})/.exec(mail ?? '')?.[1];
  };

  it('is slowed down by account and network, at once too, in words and with a time', async () => {
    const here = elsewhere();
    expect(await statuses(4, () => tries('editor@example.com', 'not that one', here))).toEqual([401, 401, 429, 429]);
    const refused = await tries('editor@example.com', PASSWORD, here);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // What Payload's login form shows.
    expect(refused.json).toMatchObject({
      code: 'too-many-requests',
      errors: [{ message: expect.stringMatching(/^Too many tries to log in\. Try again in \d+ minutes/) as string }],
    });
    expect((await tries('editor@example.com', PASSWORD, elsewhere())).status).toBe(200);
    system.setNow(new Date(system.now().getTime() + 15 * MINUTES));
    expect((await tries('editor@example.com', PASSWORD, here)).status).toBe(200);
  });

  it('is slowed down for a network that tries many names, and for a name that many networks try', async () => {
    const here = elsewhere();
    const spraying = await statuses(6, (i) => tries(`nobody-${i}@example.com`, 'not that one', here));
    expect(spraying).toEqual([401, 401, 401, 401, 429, 429]);
    const many = await statuses(7, () => tries('mailer@example.com', 'not that one', elsewhere()));
    expect(many.filter((status) => status === 429)).toHaveLength(2);
  });

  it('is never held shut by strangers: for a browser that is known, and by a link from the own mailbox', async () => {
    const home = elsewhere();
    const doctor = await aColleague(system.payload, { name: 'Held shut', role: 'reviewer', clinician: 'own' });
    const before = await counted();
    const cookie = cookieOf(await tries(doctor.email, PASSWORD, home));
    // What was right is taken back, after the answer.
    await expect.poll(counted, PATIENT).toBe(before);
    expect(cookie).toMatch(
      /^imprimatur-known-[0-9a-f]{12}=.+; Path=\/api; Max-Age=\d+; HttpOnly; Secure; SameSite=Strict$/,
    );
    await statuses(5, (i) => tries(doctor.email, 'not that one', i < 2 ? home : elsewhere()));
    expect((await tries(doctor.email, PASSWORD, elsewhere())).status).toBe(429);
    const strangers = await counted();
    expect((await tries(doctor.email, PASSWORD, home, cookie)).status).toBe(200);
    expect((await tries(doctor.email, PASSWORD, elsewhere(), cookie)).status).toBe(200);
    await expect.poll(counted, PATIENT).toBe(strangers);
    // The cookie is of this account and no other's, logs nobody in, and has its own limit.
    expect(await statuses(3, () => tries(doctor.email, 'not that one', home, cookie))).toEqual([401, 401, 429]);
    await rest('POST', '/api/users/forgot-password', { body: { email: doctor.email } });
    await expect.poll(() => tokenFor(doctor.email), PATIENT).toBeTruthy();
    const body = { token: await tokenFor(doctor.email), password: 'four lazy otters drift by' };
    const known = cookieOf(await rest('POST', '/api/users/reset-password', { body }));
    expect((await tries(doctor.email, body.password, elsewhere())).status).toBe(429);
    expect((await tries(doctor.email, body.password, elsewhere(), known)).status).toBe(200);
  });

  it('says of a name that there is not what it says of a wrong password, after the same work', async () => {
    const timed = async (email: string) => {
      const started = performance.now();
      const { status, text } = await tries(email, 'not that one', elsewhere());
      return { said: `${status} ${text}`, took: performance.now() - started };
    };
    const asked = { known: [] as number[], unknown: [] as number[] };
    for (let i = 0; i < 2; i += 1) {
      const known = await timed('admin@example.com');
      const unknown = await timed('there-is-no-such@example.com');
      expect(unknown.said).toBe(known.said);
      asked.known.push(known.took);
      asked.unknown.push(unknown.took);
    }
    expect(Math.min(...asked.unknown)).toBeGreaterThan(Math.min(...asked.known) / 2);
  });

  it('has one door: GraphQL neither logs in nor sets a password', async () => {
    const graphql = await graphqlOf(system.payload);
    const token = await tokenOf('editor');
    for (const asked of [
      `loginUser(email: "admin@example.com", password: "${PASSWORD}") { token }`,
      'forgotPasswordUser(email: "admin@example.com")',
      'resetPasswordUser(token: "x", password: "four lazy otters drift by") { token }',
    ]) {
      const { json } = await graphql(`mutation { ${asked} }`, { token });
      expect(json?.errors).toMatchObject([{ message: expect.stringContaining('REST API') as string }]);
    }
  });

  it('hands out a session that travels by https alone, and to no other site’s form', async () => {
    const answer = await tries('editor@example.com', PASSWORD, elsewhere());
    const session = answer.headers.getSetCookie().find((each) => each.startsWith('payload-token='));
    expect(session).toMatch(/; Secure=true; HttpOnly=true; SameSite=Lax$/);
    const foreign = await rest('POST', '/api/users/login', {
      body: { email: 'editor@example.com', password: PASSWORD },
      headers: { Origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
  });
});
