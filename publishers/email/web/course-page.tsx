import type { ReactNode } from 'react';
import type { CourseContent } from '../../../model/content.ts';
import type { ReleasedRow } from '../../../model/release-row.ts';
import { pathOf } from '../../addresses.ts';
import { dayOf, longDate } from '../../wording/dates.ts';
import { reviewedBy } from '../../wording/reviewers.ts';
import { consentWording, type FormIssue, type FormValues } from './subscribe-form.ts';
import { DEFAULT_TIME_ZONE, timeZonesByRegion } from './time-zones.ts';

export interface CoursePageProps {
  row: ReleasedRow;
  course: CourseContent;
  issues?: FormIssue[];
  values?: FormValues;
}

/** What the course teaches, who reviewed it, and the form. Works without JavaScript. */
export function CoursePage({ row, course, issues = [], values }: CoursePageProps): ReactNode {
  const days = course.lessons.reduce((sum, { delayDays }) => sum + delayDays, 0);
  return (
    <>
      {issues.length > 0 && <ErrorSummary issues={issues} />}
      <p className="eyebrow">Free email course</p>
      <h1>{course.title}</h1>
      <p className="summary">{course.summary}</p>
      <p className="byline">
        Reviewed by {reviewedBy(row)}. Last reviewed{' '}
        <time dateTime={dayOf(row.reviewedAt)}>{longDate(row.reviewedAt)}</time>
        {row.reviewDue && <>, next review by {longDate(row.reviewDue)}</>}.
      </p>
      <p>
        <a className="button" href="#subscribe-title">
          Get the course
        </a>
      </p>
      <h2>What you will get</h2>
      <p>
        {course.lessons.length} short lessons over about {days} days. The first comes as soon as you confirm, the others
        around {course.sendAt} in your time zone.
      </p>
      <ol className="steps">
        {course.lessons.map(({ key, subject, preheader }) => (
          <li key={key}>
            <strong>{subject}</strong>
            {preheader && <div className="meta">{preheader}</div>}
          </li>
        ))}
      </ol>
      <SubscribeForm course={course} issues={issues} values={values} />
    </>
  );
}

const ErrorSummary = ({ issues }: { issues: FormIssue[] }): ReactNode => (
  <div className="box red error" role="alert" aria-labelledby="error-title">
    <h2 id="error-title">We could not take this yet</h2>
    <ul>
      {issues.map(({ field, message }) => (
        <li key={field}>
          <a href={`#${field}`}>{message}</a>
        </li>
      ))}
    </ul>
  </div>
);

interface FormProps {
  course: CourseContent;
  issues: FormIssue[];
  values: FormValues | undefined;
}

function SubscribeForm({ course, issues, values }: FormProps): ReactNode {
  const errorOf = (field: FormIssue['field']) => issues.find((issue) => issue.field === field)?.message;
  return (
    <section className="box tint" aria-labelledby="subscribe-title">
      <h2 id="subscribe-title">Get the course</h2>
      <form method="post" action={`${pathOf(course)}/subscribe`} noValidate>
        <Field id="email" label="Email address" error={errorOf('email')}>
          <input
            id="email"
            name="email"
            type="email"
            autoComplete="email"
            inputMode="email"
            spellCheck={false}
            required
            maxLength={254}
            defaultValue={values?.email ?? ''}
            {...describedBy('email', errorOf('email'))}
          />
        </Field>
        <Field id="timeZone" label="Your time zone" error={errorOf('timeZone')}>
          <select
            id="timeZone"
            name="timeZone"
            required
            defaultValue={values?.timeZone || DEFAULT_TIME_ZONE}
            {...describedBy('timeZone', errorOf('timeZone'))}
          >
            {timeZonesByRegion().map(({ region, zones }) => (
              <optgroup key={region} label={region}>
                {zones.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </Field>
        {errorOf('consent') && <FieldError id="consent" message={errorOf('consent')} />}
        <label htmlFor="consent">
          <input
            id="consent"
            name="consent"
            type="checkbox"
            value="yes"
            required
            defaultChecked={values?.consent ?? false}
            {...describedBy('consent', errorOf('consent'))}
          />
          {consentWording(course.title)}
        </label>
        <p className="meta">
          We keep your address, your time zone and your consent for this course and for nothing else. Every mail has a
          link with which you can erase them.
        </p>
        <p>
          <button type="submit" className="button">
            Send me the course
          </button>
        </p>
      </form>
    </section>
  );
}

const describedBy = (field: string, error: string | undefined) =>
  error ? { 'aria-invalid': true, 'aria-describedby': `${field}-error` } : {};

function Field(props: { id: string; label: string; error: string | undefined; children: ReactNode }): ReactNode {
  return (
    <>
      <label htmlFor={props.id}>{props.label}</label>
      {props.error && <FieldError id={props.id} message={props.error} />}
      {props.children}
    </>
  );
}

const FieldError = ({ id, message }: { id: string; message: string | undefined }): ReactNode => (
  <p id={`${id}-error`} className="error">
    {message}
  </p>
);
