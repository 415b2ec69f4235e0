/** A site served for real, with somebody in front of it who may change what passes. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createChannels } from '../../runtime/channels.ts';
import { startSystem, type TestSystem } from './database.ts';
import { aRedFlagDraft, aTreatmentDraft, edit } from './editing.ts';
import { aCauseDraft, releaseEntry } from './entries.ts';
import { createStaff, verb, type Staff } from './people.ts';

type Json = Record<string, unknown>;

/** What the documents of the feed have, as far as a tamperer cares. */
export interface Document extends Json {
  items: (Json & { _imprimatur: Json & { retraction: Json | null } })[];
  changes: Json[];
  snapshot: Json;
}

/** Changes a document on its way; `path` has the query too. May answer another status. */
export type Tamper = (document: Document, path: string) => { status: number } | undefined;

export interface TamperedSite {
  origin: string;
  feed: string;
  system: TestSystem;
  staff: Staff;
  tamperWith: (tamper: Tamper) => void;
  /** every document as it is now, by path */
  recording: () => Promise<Map<string, Document>>;
  releaseAgain: (summary: string) => Promise<void>;
  stop: () => Promise<void>;
}

/** Five entries and seven rows: released, released again, a red flag with two approvals, one withdrawn. */
export async function startTamperedSite(): Promise<TamperedSite> {
  let tamper: Tamper = () => undefined;
  let respond: (request: Request) => Promise<Response> = () => Promise.resolve(new Response(null, { status: 503 }));
  const server = createServer((request, response) => {
    void respond(new Request(new URL(request.url ?? '/', origin))).then(async (answer) => {
      const document = (await answer.json()) as Document;
      const { status } = tamper(document, request.url ?? '') ?? answer;
      response.writeHead(status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(JSON.stringify(document));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const system = await startSystem('SQLite', { env: { SITE_URL: origin } });
  const { payload, env, now } = system;
  const staff = await createStaff(payload);
  const twice = await aCauseDraft(payload, staff, { slug: 'twice', summary: 'First words about it.' });
  await releaseEntry(payload, staff, 'causes', twice.id);
  const flag = await aRedFlagDraft(payload, staff, { slug: 'flag' });
  await releaseEntry(payload, staff, 'red-flags', flag.id, 'major');
  const gone = await aTreatmentDraft(payload, staff, { slug: 'gone' });
  const { live } = await releaseEntry(payload, staff, 'treatments', gone.id);
  const kept = await aTreatmentDraft(payload, staff, { slug: 'kept' });
  await releaseEntry(payload, staff, 'treatments', kept.id);
  await verb(payload, staff.reviewer, 'treatments', gone.id, 'withdraw', {
    revision: live?.revision ?? '',
    reason: 'unsafe',
  });

  const channels = createChannels({ payload, env, now });
  respond = channels.respond;
  const releaseAgain = async (summary: string) => {
    await edit(payload, staff.editor, 'causes', twice.id, { summary });
    await releaseEntry(payload, staff, 'causes', twice.id);
    // The library may be a quarter of a second behind.
    await new Promise((resolve) => setTimeout(resolve, 300));
  };
  return {
    origin,
    feed: `${origin}/feed.json`,
    system,
    staff,
    releaseAgain,
    tamperWith: (next) => (tamper = next),
    async recording() {
      const paths = ['/feed.json', '/changes.json', ...[1, 2, 3, 4, 5, 6, 7, 8].map((seq) => `/releases/${seq}.json`)];
      const answers = paths.map(async (path) => {
        const answer = await respond(new Request(origin + path));
        return [path, (await answer.json()) as Document] as const;
      });
      return new Map(await Promise.all(answers));
    },
    async stop() {
      await new Promise((resolve) => server.close(resolve));
      await system.stop();
    },
  };
}
