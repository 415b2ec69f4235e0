/** A whole system for stories end to end: staff, verbs, clock, every channel, a real mail server. */
import PostalMime, { type Email } from 'postal-mime';
import { runClock } from '../../editorial/run-clock.ts';
import { follow } from '../../publishers/follow.ts';
import type { Publishers } from '../../publishers/index.ts';
import { createChannels } from '../../runtime/channels.ts';
import { startSmtp, type TestSmtp } from '../publishers/email/smtp.ts';
import { startSystem, type DatabaseName, type TestSystem } from './database.ts';
import { createStaff, type Staff } from './people.ts';

export interface Journey extends TestSystem {
  staff: Staff;
  channels: Publishers;
  smtp: TestSmtp;
  /** an anonymous reader's request, routed as the site routes it */
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  post: (path: string, fields: Record<string, string>) => Promise<Response>;
  /** one round of the worker */
  work: () => Promise<void>;
  /** mails that arrived, oldest first */
  inbox: () => Promise<Email[]>;
  /** subscribes and confirms as a reader does, from the mail */
  enrol: (course: string, address: string) => Promise<void>;
  /** a second process on the same database, with caches of its own */
  restart: () => Publishers;
}

export async function startJourney(database: DatabaseName, options: { now?: Date } = {}): Promise<Journey> {
  const smtp = await startSmtp({});
  const system = await startSystem(database, { ...options, env: { MAIL_URL: smtp.url } });
  const staff = await createStaff(system.payload);
  const create = () => createChannels({ payload: system.payload, env: system.env, now: system.now });
  const channels = create();

  const request = async (path: string, init: RequestInit): Promise<Response> => {
    const asked = new Request(system.env.siteUrl + path, init);
    if (path.startsWith('/api/')) return system.rest(asked);
    return channels.respond(asked);
  };
  const get: Journey['get'] = (path, headers = { accept: 'text/html' }) => request(path, { headers });
  const post: Journey['post'] = (path, fields) =>
    request(path, { method: 'POST', headers: { accept: 'text/html' }, body: new URLSearchParams(fields) });
  const work = async () => {
    await runClock(system.payload);
    await follow(system.payload, channels.context.library, channels.email);
    await channels.email.runDue();
  };
  const inbox = () => Promise.all(smtp.received.map(({ raw }) => PostalMime.parse(raw)));

  return {
    ...system,
    staff,
    channels,
    smtp,
    get,
    post,
    work,
    inbox,
    async enrol(course, address) {
      await post(`/courses/${course}/subscribe`, { email: address, timeZone: 'Europe/London', consent: 'yes' });
      await work();
      const mail = (await inbox()).findLast(({ to }) => to?.some((recipient) => recipient.address === address));
      const link = /\/confirm\/[\w.~-]+/.exec(mail?.text ?? '')?.[0];
      if (!link) throw new Error(`no confirmation reached ${address}`);
      await post(link, {});
      await work();
    },
    restart: create,
    async stop() {
      await smtp.close();
      await system.stop();
    },
  };
}

/** Waits until the check holds, at most a second: how long a channel may lag behind the log (docs/channels.md). */
export async function withinASecond(check: () => Promise<void>): Promise<void> {
  for (const deadline = Date.now() + 1000; ;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
