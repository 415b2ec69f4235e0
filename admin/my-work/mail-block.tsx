import { Link } from '@payloadcms/ui';
import type { MailCounts } from '../../collections/mail-counts.ts';
import type { Role } from '../../model/lifecycle.ts';
import type { HeldLesson } from '../../publishers/email/held-lessons.ts';

/** Lessons that are shown by name. */
const MOST_LESSONS = 8;

/** Who may look at a mail, and decide. */
export const mayDecideMail = (role: Role): boolean => role === 'mailer' || role === 'admin';

interface MailBlockProps {
  mail: MailCounts;
  lessons: readonly HeldLesson[];
  mayDecide: boolean;
  admin: string;
}

/** What of the mail waits for a person; the counts are for everybody, the mails for mailers and admins. */
export function MailBlock({ mail, lessons, mayDecide, admin }: MailBlockProps) {
  const { subscribers, active, uncertain, held } = mail;
  const list = (state: string) => `${admin}/collections/deliveries?where[state][equals]=${state}`;
  return (
    <section id="mail" className="work-box" aria-labelledby="mail-title" tabIndex={-1}>
      <header>
        <h2 id="mail-title">{mayDecide ? 'Mail that needs a person' : 'Mail'}</h2>
        <span>
          {subscribers} subscribers, {active} active enrolments
        </span>
      </header>
      <ul className="work-box__lines">
        <li>
          <span>
            <b>{uncertain} uncertain</b>
            <small>The server did not answer after the message was sent. Nothing is sent twice by itself.</small>
          </span>
          {mayDecide && uncertain > 0 && (
            <Link className="work-button" href={list('uncertain')} prefetch={false}>
              Decide<span className="desk-unseen"> on uncertain mails</span>
            </Link>
          )}
        </li>
        {held > 0 && (
          <li>
            <span>
              <b>{held} held after a restore</b>
              <small>They may have gone out already. They go on when a person says so.</small>
            </span>
            {mayDecide && (
              <Link className="work-button" href={list('held-after-restore')} prefetch={false}>
                Decide<span className="desk-unseen"> on held mails</span>
              </Link>
            )}
          </li>
        )}
        {lessons.slice(0, MOST_LESSONS).map(({ course, courseTitle, key, number, subject, reason }) => (
          <li key={`${course}:${key}`}>
            <span>
              <b>
                Lesson {number} of {courseTitle} is held back: {subject}
              </b>
              <small>{reason} It goes out by itself once that is mended.</small>
            </span>
            <Link className="work-button" href={`${admin}/review/courses/${course}`} prefetch={false}>
              Look<span className="desk-unseen"> at the course of lesson {number}</span>
            </Link>
          </li>
        ))}
        {lessons.length > MOST_LESSONS && <li>{lessons.length - MOST_LESSONS} more lessons are held back.</li>}
      </ul>
    </section>
  );
}
