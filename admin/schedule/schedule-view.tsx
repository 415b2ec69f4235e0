import { Link, SetStepNav } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { servicesOf } from '../../editorial/records/services.ts';
import { WHO_MAY } from '../../editorial/rules/lifecycle.ts';
import { LocalTime } from '../dashboard/local-time.tsx';
import { DeskView, staffOf } from '../desk-view/desk-view.tsx';
import { reviewPath } from '../review/review-path.ts';
import { formatDay } from '../workflow/dates.ts';
import { monthOf, readSchedule, type Lapsed, type Planned } from './read-schedule.ts';
import { PlanActions } from './plan-actions.tsx';
import { ZoneName } from './zone-name.tsx';
import '../my-work/my-work.css';

const WHAT: Record<Planned['what'], string> = {
  release: 'Release',
  withdraw: 'Withdrawal',
  'review-due': 'Review due',
  'work-due': 'Work due',
};

/** /admin/schedule?month=YYYY-MM: what happens by itself, what falls due, and which plans came to nothing. */
export async function ScheduleView(props: AdminViewServerProps) {
  const user = staffOf(props);
  const { payload } = props.initPageResult.req;
  const month = monthOf(props.searchParams?.month, servicesOf(payload).now());
  const { planned, lapsed, isCut } = await readSchedule(payload, user, month);
  const { admin, api } = payload.config.routes;
  const mayPlan = WHO_MAY.schedule.includes(user.role);
  return (
    <DeskView {...props}>
      <SetStepNav nav={[{ label: 'Schedule' }]} />
      <div className="my-work gutter--left gutter--right">
        <header className="my-work__head">
          <h1>Schedule, {monthName(month)}</h1>
          <nav className="work-months" aria-label="Month">
            <Month admin={admin} month={shift(month, -1)} label="Earlier" />
            <Link className="work-button" href={`${admin}/schedule`} prefetch={false}>
              This month
            </Link>
            <Month admin={admin} month={shift(month, 1)} label="Later" />
          </nav>
        </header>
        <p className="my-work__said">
          <ZoneName /> Days without a time are whole days.
        </p>
        <div className="my-work__body my-work__body--one">
          {lapsed.length > 0 && <LapsedBox lapsed={lapsed} admin={admin} />}
          <section className="work-box" aria-labelledby="planned-title">
            <header>
              <h2 id="planned-title">Planned and due</h2>
              <span>Until its time a planned release is under embargo: readers have nothing of it.</span>
            </header>
            {planned.length === 0 ? (
              <p className="work-box__empty">Nothing is planned and nothing falls due in {monthName(month)}.</p>
            ) : (
              <table>
                <thead>
                  <tr>
                    <th scope="col">Entry</th>
                    <th scope="col">When</th>
                    <th scope="col" className="work-box__what">
                      What
                    </th>
                    <th scope="col" className="work-box__opt">
                      Set by
                    </th>
                    <th scope="col" className="work-box__go">
                      <span className="desk-unseen">Change</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {planned.map((one) => (
                    <Line key={one.key} one={one} admin={admin} api={api} mayPlan={mayPlan} />
                  ))}
                </tbody>
              </table>
            )}
            {isCut && (
              <p className="work-box__all">
                There is more.{' '}
                <Link href={`${admin}/collections/entry-status?sort=scheduledAt`} prefetch={false}>
                  All entries by their plans
                </Link>
              </p>
            )}
          </section>
        </div>
      </div>
    </DeskView>
  );
}

function Line({ one, admin, api, mayPlan }: { one: Planned; admin: string; api: string; mayPlan: boolean }) {
  const { at, what, collection, id, title, plan } = one;
  return (
    <tr>
      <th scope="row">
        <span className={`work-dot ${what === 'withdraw' ? 'work-dot--safety' : ''}`} aria-hidden="true" />
        <Link href={reviewPath(admin, collection, id)} prefetch={false}>
          {title}
        </Link>
        <small className="work-narrow">{WHAT[what]}</small>
      </th>
      <td>{plan ? <LocalTime at={at} /> : formatDay(at)}</td>
      <td className="work-box__what">{WHAT[what]}</td>
      <td className="work-box__opt">{plan?.by ?? ''}</td>
      <td className="work-box__go">
        {plan && mayPlan && (
          <PlanActions
            entryUrl={`${api}/${collection}/${id}`}
            title={title}
            plan={{
              at,
              verb: what === 'withdraw' ? 'withdraw' : 'release',
              revision: plan.revision,
              reason: plan.reason,
            }}
          />
        )}
      </td>
    </tr>
  );
}

const LapsedBox = ({ lapsed, admin }: { lapsed: readonly Lapsed[]; admin: string }) => (
  <section className="work-box" aria-labelledby="lapsed-title">
    <header>
      <h2 id="lapsed-title">Plans that came to nothing</h2>
      <span>Nothing happened at their time. Plan again when what stood in the way is mended.</span>
    </header>
    <ul className="work-box__lines">
      {lapsed.map(({ key, at, collection, id, title, because }) => (
        <li key={key}>
          <span>
            <Link href={reviewPath(admin, collection, id)} prefetch={false}>
              {title}
            </Link>
            <small>
              <LocalTime at={at} />: {because}
            </small>
          </span>
        </li>
      ))}
    </ul>
  </section>
);

const Month = ({ admin, month, label }: { admin: string; month: string; label: string }) => (
  <Link className="work-button" href={`${admin}/schedule?month=${month}`} prefetch={false}>
    {label}
    <span className="desk-unseen">: {monthName(month)}</span>
  </Link>
);

const monthName = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00.000Z`),
  );

function shift(month: string, by: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
