/** Readers who sign up, confirm from the mail that they get, and sometimes leave. */
import PostalMime from 'postal-mime';
import type { Publishers } from '../../publishers/index.ts';
import type { Taken } from './mail-server.ts';
import { patiently } from './patience.ts';

/** The number in `Rest for 21 days`: which wording of the entry a mail has. */
const WORDING = /Rest for (\d+) days/;

export interface Readers {
  /** a new one asks for the course */
  signUp: () => Promise<void>;
  /** reads a mail, and does what a reader does with it */
  read: (mail: Taken) => void;
  /** waits for what readers are doing */
  idle: () => Promise<void>;
  asked: ReadonlySet<string>;
  confirmed: ReadonlySet<string>;
  left: ReadonlySet<string>;
  /** by Message-ID: whom a mail came to, and with which wording */
  wordings: ReadonlyMap<string, { person: string; wording: number }>;
}

interface Surroundings {
  channels: Publishers;
  siteUrl: string;
  course: string;
  /** drawn for each lesson that comes: whether its reader leaves */
  leaves: () => boolean;
}

export function createReaders({ channels, siteUrl, course, leaves }: Surroundings): Readers {
  const asked = new Set<string>();
  const confirmed = new Set<string>();
  const left = new Set<string>();
  const wordings = new Map<string, { person: string; wording: number }>();
  const doing = new Set<Promise<void>>();
  let count = 0;

  /** As a browser does it, again until the site has taken it. */
  const post = (path: string, fields: Record<string, string>, from: string) =>
    patiently(async () => {
      const answer = await channels.respond(
        new Request(siteUrl + path, {
          method: 'POST',
          headers: { accept: 'text/html', 'x-forwarded-for': from },
          body: new URLSearchParams(fields),
        }),
      );
      const said = await answer.text();
      if (answer.status < 400 || answer.status === 410) return said;
      throw new Error(`${path.split('/')[1]} answers ${answer.status}: ${said}`);
    });
  const pathIn = (text: string, kind: string) => new RegExp(`/${kind}/[\\w.~-]+`).exec(text)?.[0];

  const take = async ({ person, raw }: Taken) => {
    const { text = '', messageId } = await PostalMime.parse(raw);
    const wording = Number(WORDING.exec(text)?.[1] ?? 0);
    if (messageId) wordings.set(messageId, { person, wording });
    const confirm = pathIn(text, 'confirm');
    const leave = pathIn(text, 'unsubscribe');
    if (confirm && !confirmed.has(person)) {
      if (/You are in|already confirmed/.test(await post(confirm, {}, '192.0.2.1'))) confirmed.add(person);
    } else if (leave && !left.has(person) && leaves()) {
      left.add(person);
      await post(leave, { 'List-Unsubscribe': 'One-Click' }, '192.0.2.1');
    }
  };
  const keep = (work: Promise<void>) => {
    const one = work.finally(() => doing.delete(one));
    doing.add(one);
  };

  return {
    asked,
    confirmed,
    left,
    wordings,
    async signUp() {
      count += 1;
      const person = `reader${count}@example.net`;
      const fields = { email: person, timeZone: 'Europe/London', consent: 'yes' };
      await post(`/courses/${course}/subscribe`, fields, `198.51.${Math.floor(count / 250)}.${(count % 250) + 1}`);
      asked.add(person);
    },
    read: (mail) => keep(take(mail)),
    async idle() {
      while (doing.size > 0) await Promise.all(doing);
    },
  };
}
