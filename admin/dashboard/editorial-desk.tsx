import { Link } from '@payloadcms/ui';
import type { Payload, TypedUser } from 'payload';
import type { ReactNode } from 'react';
import { servicesOf } from '../../editorial/records/services.ts';
import { WHO_MAY } from '../../editorial/rules/lifecycle.ts';
import { readMailCounts } from '../../collections/mail-counts.ts';
import { QueueCard } from './queue-card.tsx';
import { queuesFor } from './queues.ts';
import { readDesk } from './read-desk.ts';
import './dashboard.css';

/** What waits for whom: the first thing the staff sees. */
export async function EditorialDesk({ payload, user }: { payload: Payload; user: TypedUser | null }) {
  if (!user) return null;
  const now = servicesOf(payload).now();
  const { queues, lastWords } = await readDesk(payload, user, queuesFor(user.role, now));
  const mail = await readMailCounts(payload);
  const busy = queues.filter(({ total }) => total > 0);
  const mayDecide = user.role === 'mailer' || user.role === 'admin';
  const { admin } = payload.config.routes;
  const mayApprove = WHO_MAY.approve.some((role) => role === user.role);
  const idle = queues.filter(({ total }) => total === 0);
  return (
    <section className="desk" aria-labelledby="desk-title">
      <header className="desk__head">
        <h1 id="desk-title">Editorial desk</h1>
        <nav aria-label="Channels">
          <a href="/" target="_blank" rel="noreferrer">
            Site ↗
          </a>
          <a href="/feed.json" target="_blank" rel="noreferrer">
            Feed ↗
          </a>
        </nav>
      </header>
      <div className="desk__cards">
        {busy.map((queue) => (
          <QueueCard
            key={queue.key}
            queue={queue}
            lastWords={lastWords}
            approver={mayApprove ? String(user.id) : null}
            admin={admin}
            now={now}
          />
        ))}
      </div>
      {idle.length > 0 && (
        <p className="desk__idle">
          {busy.length === 0 ? 'Nothing waits for anyone.' : `Nothing waiting under: ${idle.map(titleOf).join(' · ')}`}
        </p>
      )}
      <p className="desk__idle">
        Mail: {mail.subscribers} subscribers, {mail.active} active enrolments,{' '}
        <Mails state="uncertain" isLink={mayDecide && mail.uncertain > 0} admin={admin}>
          {mail.uncertain} uncertain mails
        </Mails>
        {mail.held > 0 && (
          <>
            ,{' '}
            <Mails state="held-after-restore" isLink={mayDecide} admin={admin}>
              {mail.held} held after a restore
            </Mails>
          </>
        )}
        .
      </p>
    </section>
  );
}

const titleOf = ({ title }: { title: string }) => title;

interface MailsProps {
  state: string;
  /** for whoever may look at them */
  isLink: boolean;
  admin: string;
  children: ReactNode;
}

/** How many mails wait for a person, and the way to them. */
const Mails = ({ state, isLink, admin, children }: MailsProps) =>
  isLink ? <Link href={`${admin}/collections/deliveries?where[state][equals]=${state}`}>{children}</Link> : children;
