/** An address of each kind of page that the channel has, for tests that look at all of them. */
import { matchesPath } from '../../../publishers/http/paths.ts';
import { EMAIL_PATHS } from '../../../publishers/email/web/paths.ts';
import { linkIn, type EmailSystem } from './system.ts';

export interface CoursePage {
  what: string;
  ask: (query?: string) => Promise<Response>;
}

/** Every kind of page, as readers who take a course meet them in turn. The last one erases the first reader. */
export async function coursePages(system: EmailSystem): Promise<CoursePage[]> {
  const { get, post, subscribe, inbox, email } = system;
  await system.enrol('reader@example.net');
  const lesson = (await inbox()).at(-1);
  await subscribe('other@example.net');
  await email.runDue();
  const confirmation = (await inbox()).at(-1);
  const unsubscribe = linkIn(lesson, 'unsubscribe');
  const preferences = linkIn(lesson, 'preferences');
  const confirm = linkIn(confirmation, 'confirm');
  const form = '/courses/hip-pain/subscribe';
  const read = (path: string): CoursePage => ({ what: `GET ${path}`, ask: (query = '') => get(path + query) });
  const send = (path: string, fields: Record<string, string> = {}): CoursePage => ({
    what: `POST ${path} ${Object.values(fields).join(' ')}`,
    ask: (query = '') => post(path + query, fields),
  });
  const pages = [
    ...['/courses/hip-pain', '/courses/nothing', form, confirm].map(read),
    send(form, { email: 'jürgen@example.org', timeZone: 'Mars/Phobos' }),
    send(form, { email: 'third@example.net', timeZone: 'Europe/London', consent: 'yes' }),
    send(confirm),
    read(confirm),
    ...[unsubscribe, preferences].map(read),
    send(preferences, { action: 'nonsense' }),
    send(preferences, { action: 'pause' }),
    read(preferences),
    send(unsubscribe),
    ...[unsubscribe, preferences].map(read),
    send(unsubscribe, { action: 'nothing' }),
    send(preferences, { action: 'erase' }),
    read(preferences),
  ];
  const missing = PAGES.filter((path) => !pages.some(({ what }) => matchesPath(path, what.split(' ')[1] ?? '')));
  if (missing.length > 0) throw new Error(`no example of ${missing.join(', ')}`);
  return pages;
}

/** A lesson in the browser is a copy of a mail, and looks like one. */
const PAGES = EMAIL_PATHS.filter((path) => path !== '/lessons/:token');
