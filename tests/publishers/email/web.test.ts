import { beforeEach, describe, expect, it } from 'vitest';
import { KEEPS_NOTHING } from '../../../publishers/email/left/left-file.ts';
import { DATABASES } from '../../support/database.ts';
import { noPages, released, withdrawn } from '../../support/releases.ts';
import { aCourse } from './course.ts';
import { emailOn, SITE, type EmailSystem } from './system.ts';

const FORM = '/courses/hip-pain/subscribe';
const good = { email: 'reader@example.net', timeZone: 'Europe/London', consent: 'yes' };
const noToken = 'A'.repeat(43);

describe.each(DATABASES)('the pages of the email course on %s', (database) => {
  const asNew = emailOn(database);
  let system: EmailSystem;
  beforeEach(async () => {
    system = await asNew();
  });
  const send = (path: string, init: RequestInit) => system.email.respond(new Request(SITE + path, init));
  const json = (body: unknown) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

  it('show the course with its lessons, reviewers and a form that needs no script', async () => {
    const response = await system.get('/courses/hip-pain');
    expect(response.status).toBe(200);
    const html = await response.text();
    for (const needed of [
      'Lesson one',
      'Lesson three',
      'Demo clinician',
      '1 February 2026',
      'name="email"',
      'name="consent"',
      '<a href="/releases/',
    ]) {
      expect(html).toContain(needed);
    }
    expect(html).toContain('<option value="Europe/London" selected="">');
    expect(html).toContain('<option value="UTC">');
    expect(html.match(/<option/g)?.length).toBeGreaterThan(400);
    expect(html).not.toMatch(/<script(?! type="(speculationrules|application\/ld\+json)")/);
    const again = await system.get('/courses/hip-pain', { 'if-none-match': response.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect((await send('/courses/hip-pain', { method: 'HEAD' })).body).toBeNull();
  });

  it('follow the course when it moves and say when it is withdrawn', async () => {
    expect((await system.get('/courses/unknown')).status).toBe(404);
    await system.append(released(aCourse({ slug: 'sore-hip' }), { seq: 5, slug: 'sore-hip' }));
    const moved = await system.get('/courses/hip-pain');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/courses/sore-hip']);
    const form = await system.post(FORM, good);
    expect([form.status, form.headers.get('location')]).toEqual([308, '/courses/sore-hip/subscribe']);
    await system.append(withdrawn(released(aCourse({ slug: 'sore-hip' }), { seq: 5, slug: 'sore-hip' }), { seq: 6 }));
    expect((await system.get('/courses/sore-hip')).status).toBe(410);
    expect((await send('/courses/sore-hip/subscribe', json(good))).status).toBe(410);
  });

  it('give the form back filled in, with every mistake named', async () => {
    const response = await system.post(FORM, { email: 'jürgen@example.org', timeZone: 'Mars/Phobos', extra: 'x' });
    expect(response.status).toBe(400);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const html = await response.text();
    expect(html).toContain('value="jürgen@example.org"');
    for (const field of ['email', 'timeZone', 'consent']) expect(html).toContain(`href="#${field}"`);
    expect(html).toContain('aria-describedby="email-error"');
    expect(await system.rows('subscribers')).toEqual([]);
  });

  it('answer programs with codes', async () => {
    const wrong = await send(FORM, json({ email: 'nonsense', timeZone: 'UTC', consent: true }));
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(await wrong.json()).toMatchObject({
      code: 'invalid-request',
      issues: [{ field: 'email', code: 'not-an-address' }],
    });
    const right = await send(FORM, json({ ...good, consent: true }));
    expect([right.status, await right.json()]).toEqual([202, { status: 'check-your-inbox' }]);
    expect(await (await send('/confirm/x', { headers: { accept: 'application/json' } })).json()).toMatchObject({
      code: 'invalid-token',
    });
  });

  it.each([
    ['no body', { method: 'POST' }, 415],
    ['a wrong type', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }, 415],
    ['broken JSON', json('{'), 400],
    ['a JSON list', json('[1]'), 400],
    ['JSON of wrong kinds', json({ email: { a: 1 }, timeZone: 7, consent: 'maybe' }), 400],
    ['more than 16 KB', json({ ...good, email: 'x'.repeat(17_000) }), 413],
    ['another method', { method: 'DELETE' }, 405],
  ])('refuse %s readably', async (_what, init, status) => {
    const response = await send(FORM, init);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toMatch(/at .*\.tsx?:\d+/);
    expect(await system.rows('subscribers')).toEqual([]);
  });

  it('stop reading a body that is longer than it says', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('email='.repeat(1000)));
      },
    });
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
      duplex: 'half',
    };
    expect((await send(FORM, init as RequestInit)).status).toBe(413);
  });

  it.each(['confirm', 'unsubscribe', 'preferences', 'lessons'])(
    'answer a %s link that they did not make with a readable 404',
    async (kind) => {
      for (const token of [noToken, 'x', '%ff', 'a'.repeat(5000)]) {
        const response = await system.get(`/${kind}/${token}`);
        expect(response.status).toBe(404);
        expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      }
      const method = kind === 'lessons' ? 405 : 404;
      expect((await system.post(`/${kind}/${noToken}`, { action: 'erase' })).status).toBe(method);
    },
  );

  it('answer 503 and not an old page when the log cannot be read', async () => {
    const { createEmailPublisher } = await import('../../../publishers/email/email-publisher.ts');
    const broken = createEmailPublisher({
      payload: system.payload,
      transport: system.transport,
      counts: system.counts,
      left: KEEPS_NOTHING,
      signUpLimits: system.limits,
      trustedProxies: 0,
      secret: 'x'.repeat(32),
      mailFrom: 'a@example.org',
      postalAddress: 'x',
      siteUrl: SITE,
      demo: false,
      library: () => Promise.reject(new Error('no database')),
      pages: noPages(),
      now: () => new Date(),
    });
    expect((await broken.respond(new Request(`${SITE}/courses/hip-pain`))).status).toBe(503);
  });
});
