import type { Payload, TypedUser } from 'payload';
import { servicesOf } from '../../editorial/records/services.ts';
import { WHO_MAY } from '../../editorial/rules/lifecycle.ts';
import { QueueCard } from './queue-card.tsx';
import { queuesFor } from './queues.ts';
import { readDesk } from './read-desk.ts';
import './dashboard.css';

/** What waits for whom, of the whole team: a card for each queue. */
export async function Everybody({ payload, user }: { payload: Payload; user: TypedUser }) {
  const now = servicesOf(payload).now();
  const { queues, lastWords } = await readDesk(payload, user, queuesFor(user.role, now));
  const busy = queues.filter(({ total }) => total > 0);
  const { admin } = payload.config.routes;
  const mayApprove = WHO_MAY.approve.some((role) => role === user.role);
  const idle = queues.filter(({ total }) => total === 0);
  return (
    <div className="desk">
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
    </div>
  );
}

const titleOf = ({ title }: { title: string }) => title;
