import { Link } from '@payloadcms/ui';
import type { Payload, TypedUser } from 'payload';
import { Everybody } from '../dashboard/everybody.tsx';
import { formatDay } from '../workflow/dates.ts';
import { MailBlock, mayDecideMail } from './mail-block.tsx';
import { readMyWork, type MyWork as Work } from './read-my-work.ts';
import { CollectionsNav, type CollectionsNavProps } from './collections-nav.tsx';
import { CalendarBox, ReleasedBox } from './side-boxes.tsx';
import { WorkBlock } from './work-block.tsx';
import './my-work.css';

interface MyWorkProps extends Omit<CollectionsNavProps, 'admin'> {
  payload: Payload;
  user: TypedUser | null;
  searchParams?: Record<string, string | string[] | undefined>;
}

/** The dashboard: what waits for this person, why it is with them, and the one thing to do with each. */
export function MyWork({ payload, user, searchParams, navGroups, permissions }: MyWorkProps) {
  if (!user) return null;
  const { admin } = payload.config.routes;
  const isEverybody = searchParams?.whose === 'everybody';
  return (
    <main className="my-work gutter--left gutter--right">
      <header className="my-work__head">
        <h1>My work</h1>
        <nav className="my-work__whose" aria-label="Whose work">
          <Link href={admin} aria-current={isEverybody ? undefined : 'true'} prefetch={false}>
            Mine
          </Link>
          <Link href={`${admin}?whose=everybody`} aria-current={isEverybody ? 'true' : undefined} prefetch={false}>
            Everybody’s
          </Link>
        </nav>
        <nav className="my-work__channels" aria-label="Channels">
          <Link href={`${admin}/schedule`} prefetch={false}>
            Schedule
          </Link>
          <a href="/" target="_blank" rel="noreferrer">
            Site ↗
          </a>
          <a href="/feed.json" target="_blank" rel="noreferrer">
            Feed ↗
          </a>
        </nav>
      </header>
      {isEverybody ? <Everybody payload={payload} user={user} /> : <Mine payload={payload} user={user} />}
      <CollectionsNav navGroups={navGroups} permissions={permissions} admin={admin} />
    </main>
  );
}

async function Mine({ payload, user }: { payload: Payload; user: TypedUser }) {
  const work = await readMyWork(payload, user);
  const { admin } = payload.config.routes;
  const busy = work.blocks.filter(({ rows, total }) => total > 0 && rows.length > 0);
  const mayDecide = mayDecideMail(user.role);
  const needsPerson = mayDecide ? work.mail.uncertain + work.mail.held : 0;
  return (
    <>
      {work.standsInFor.map(({ name, until }) => (
        <p key={name} className="my-work__note">
          You stand in for {name} until {formatDay(until)}: what is theirs stands among yours.
        </p>
      ))}
      <Numbers work={work} needsPerson={needsPerson} />
      <div className="my-work__body">
        <div className="my-work__column">
          {busy.map((block) => (
            <WorkBlock key={block.key} block={block} admin={admin} now={work.now} />
          ))}
          {busy.length === 0 && needsPerson === 0 && <p className="my-work__idle">{idleWords(work)}</p>}
          <MailBlock mail={work.mail} lessons={work.heldLessons} mayDecide={mayDecide} admin={admin} />
        </div>
        <div className="my-work__column">
          <CalendarBox calendar={work.calendar} admin={admin} />
          <ReleasedBox released={work.released} admin={admin} />
        </div>
      </div>
    </>
  );
}

function idleWords({ calendar }: Work): string {
  const next = calendar.find(({ count }) => count > 0);
  return next
    ? `Nothing waits for you. Reviews that fall due next: ${next.label.toLowerCase()}, ${next.count}.`
    : 'Nothing waits for you, and no review falls due in the next 90 days.';
}

/** Each leads to its block. */
function Numbers({ work, needsPerson }: { work: Work; needsPerson: number }) {
  const totalOf = (key: string) => work.blocks.find((block) => block.key === key)?.total ?? 0;
  const numbers = [
    {
      n: work.safety,
      says: work.safety === 1 ? 'safety change of yours' : 'safety changes of yours',
      to: 'assigned',
      tone: 's',
    },
    { n: totalOf('second'), says: 'wait for a second clinician', to: 'second', tone: 'm' },
    { n: totalOf('back'), says: 'sent back to you', to: 'back', tone: '' },
    {
      n: totalOf('needs-reviewer'),
      says: totalOf('needs-reviewer') === 1 ? 'needs a reviewer' : 'need a reviewer',
      to: 'needs-reviewer',
      tone: 'm',
    },
    {
      n: totalOf('lapsed'),
      says: totalOf('lapsed') === 1 ? 'schedule lapsed' : 'schedules lapsed',
      to: 'lapsed',
      tone: 'm',
    },
    { n: totalOf('due'), says: 'due this week', to: 'due', tone: '' },
    { n: needsPerson, says: needsPerson === 1 ? 'mail needs a person' : 'mails need a person', to: 'mail', tone: 'm' },
  ].filter(({ n }) => n > 0);
  if (numbers.length === 0) return null;
  const isShown = (to: string) => to === 'mail' || work.blocks.some(({ key, rows }) => key === to && rows.length > 0);
  return (
    <ul className="my-work__numbers">
      {numbers.map(({ n, says, to, tone }) => (
        <li key={to} data-tone={tone}>
          <a href={`#${isShown(to) ? to : 'assigned'}`}>
            <b>{n}</b> {says}
          </a>
        </li>
      ))}
    </ul>
  );
}
