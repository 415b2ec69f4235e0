import type { Payload, TypedUser } from 'payload';
import { heldContextOf } from '../../collections/shared/decide-held-mail.ts';
import { heldMails, waitingCorrections } from '../../publishers/email/decide-held.ts';
import { groupsOf } from '../../publishers/email/which-held.ts';
import { LocalTime } from '../dashboard/local-time.tsx';
import { counted } from '../workflow/words.ts';
import { Decide } from './decide.tsx';
import { HeldPlace } from './held-place.tsx';
import './held-mail.css';

/** Mail that a restore holds, above the list of all mail, for whoever may decide on it. Nothing while none is held. */
export async function HeldMail({ payload, user }: { payload: Payload; user: TypedUser | null }) {
  if (user?.role !== 'mailer' && user?.role !== 'admin') return null;
  const context = heldContextOf(payload);
  const held = await heldMails(context);
  if (held.length === 0) return <HeldPlace count={0}>{null}</HeldPlace>;
  const { length: corrections } = await waitingCorrections(context);
  const groups = await Promise.all(
    groupsOf(held).map(async (group) => {
      const [one] = group.mails;
      const enrolment = one ? await context.store.enrolments.byUid(one.enrolmentUid) : null;
      return { ...group, courseTitle: enrolment?.courseTitle ?? group.courseUid };
    }),
  );
  return (
    <HeldPlace count={held.length}>
      <section className="held" aria-labelledby="held-title">
        <h2 id="held-title">Held after a restore: {counted(held.length, 'mail', 'mails')}</h2>
        <p>
          They may have gone out after the backup that was put back. Look into the mail server’s log: what was accepted
          there since has arrived.
          {corrections > 0 &&
            ` ${counted(corrections, 'correction goes by itself', 'corrections go by themselves')}, whether or not before.`}
        </p>
        <ul>
          {groups.map(({ kind, courseUid, lessonKey, courseTitle, mails, first, last }) => (
            <li key={`${kind} ${courseUid} ${lessonKey}`}>
              <p>
                <strong>
                  {kind === 'lesson' ? `Lesson “${lessonKey}”` : 'Confirmation'} of “{courseTitle}”
                </strong>
                : {counted(mails.length, 'mail', 'mails')}, due <LocalTime at={first.toISOString()} />
                {last > first && (
                  <>
                    {' '}
                    to <LocalTime at={last.toISOString()} />
                  </>
                )}
              </p>
              <Decide
                choice={{ kind: kind === 'lesson' ? kind : 'confirmation', course: courseUid, lesson: lessonKey }}
                count={mails.length}
              />
            </li>
          ))}
          {groups.length > 1 && (
            <li>
              <p>
                <strong>All of them</strong>
              </p>
              <Decide choice={{ all: true }} count={held.length} />
            </li>
          )}
        </ul>
        <p className="held__note">
          For one reader alone: open the mail in the list below, state “Held after a restore”. Of one reader, mails go
          out a day apart.
        </p>
      </section>
    </HeldPlace>
  );
}
