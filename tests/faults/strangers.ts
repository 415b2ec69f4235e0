/** A whole system as strangers meet it, in this process: every channel, Payload's API and the operator's addresses. */
import PostalMime from 'postal-mime';
import { handleEndpoints } from 'payload';
import { door } from '../../app/(payload)/api/door.ts';
import { transact } from '../../database/transact.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { readLastRow } from '../../release-log/read-last-row.ts';
import { signingKeyOf } from '../../release-log/signing-key.ts';
import { createChannels } from '../../runtime/channels.ts';
import { exposition } from '../../runtime/metrics/exposition.ts';
import { mayScrape } from '../../runtime/metrics/may-scrape.ts';
import { readiness } from '../../runtime/readiness.ts';
import { aCourse } from '../publishers/email/course.ts';
import { startSmtp } from '../publishers/email/smtp.ts';
import { everyKind } from '../publishers/site/page-kinds.ts';
import { released } from '../support/releases.ts';
import { startSystem, type DatabaseName } from '../support/database.ts';

export interface Strangers {
  /** answers as the server routes it */
  answer: (request: Request) => Promise<Response>;
  /** addresses of one reader: what stands in their mails */
  personal: string[];
  /** lines of the log that tell an error */
  errors: string[];
  stop: () => Promise<void>;
}

const ORIGIN = 'http://localhost:3000';

export async function startForStrangers(database: DatabaseName): Promise<Strangers> {
  const smtp = await startSmtp({});
  const errors: string[] = [];
  const write = (line: string) => {
    if (isOurs(line)) errors.push(line);
  };
  const system = await startSystem(database, { env: { MAIL_URL: smtp.url, WORKER: 'off' }, logTo: { write } });
  const { payload, env, now } = system;
  const signingKey = await signingKeyOf(payload);
  const rows = everyKind();
  for (const row of [...rows, released(aCourse(), { seq: rows.length + 1 })])
    await transact(payload, async (req) => appendRow(req, row, { live: await readLastRow(req, row.uid), signingKey }));
  const channels = createChannels({ payload, env, now });
  const config = Promise.resolve(payload.config);
  const key = `strangers-${database}`;
  const kept = (globalThis as unknown as { _payload: Map<string, unknown> })._payload;
  kept.set(key, { payload, promise: null, reload: false, initializedCrons: true, ws: null });
  const api = door(config, (request) =>
    handleEndpoints({ config: payload.config, request, payloadInstanceCacheKey: key }),
  );
  const whole = { payload, env, channels };

  const answer: Strangers['answer'] = async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/api' || pathname.startsWith('/api/')) return api(request);
    if (pathname === '/readyz') {
      const { status, body } = await readiness(whole);
      return Response.json(body, { status });
    }
    if (pathname !== '/metrics') return channels.respond(request);
    const forwardedFor = request.headers.get('x-forwarded-for');
    const asker = { peer: '127.0.0.1', forwardedFor, authorization: request.headers.get('authorization') };
    if (!mayScrape(asker, null)) return new Response(null, { status: 404 });
    return new Response((await exposition(whole)).text);
  };

  const post = (path: string, fields: Record<string, string>) =>
    answer(new Request(ORIGIN + path, { method: 'POST', body: new URLSearchParams(fields) }));
  const linksIn = async (kind: string) => {
    const texts = await Promise.all(smtp.received.map(async ({ raw }) => (await PostalMime.parse(raw)).text ?? ''));
    return texts.flatMap((text) => text.match(new RegExp(`/${kind}/[\\w.~-]+`, 'g')) ?? []);
  };
  await post('/courses/hip-pain/subscribe', { email: 'a@example.net', timeZone: 'Europe/London', consent: 'yes' });
  await channels.email.runDue();
  const [confirm = ''] = await linksIn('confirm');
  await post(confirm, {});
  await channels.email.runDue();
  const links = await Promise.all(['unsubscribe', 'preferences', 'lessons'].map(linksIn));

  return {
    answer,
    personal: [...new Set([confirm, ...links.flat()])],
    errors,
    async stop() {
      kept.delete(key);
      await smtp.close();
      await system.stop();
    },
  };
}

/** What failed beside Payload's API, which tells each request that it refused as an error: there the status says it. */
const isOurs = (line: string): boolean => /"level":[56]0/.test(line) && !line.includes('handleEndpoints');
