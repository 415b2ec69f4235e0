import type { ReactNode } from 'react';
import type { CourseContent } from '../../../model/entries/course.ts';
import type { ReleasedRow } from '../../../model/release-row.ts';
import { proofPath } from '../../addresses.ts';
import { citingOf } from '../../html/citing.ts';
import { Sources } from '../../html/sources.tsx';
import { WordsExplained } from '../../html/words-explained.tsx';
import { dayOf, longDate } from '../../wording/dates.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { reviewedBy } from '../../wording/reviewers.ts';
import type { FormIssue, FormValues } from './subscribe-fields.ts';
import { SubscribeForm } from './subscribe-form.tsx';

export interface CoursePageProps {
  row: ReleasedRow;
  course: CourseContent;
  /** nothing of the first lesson may go out today */
  held: boolean;
  issues?: FormIssue[];
  values?: FormValues;
}

/** What the course teaches, who reviewed it, and the form. Works without JavaScript. */
export function CoursePage({ row, course, held, issues = [], values }: CoursePageProps): ReactNode {
  const days = course.lessons.reduce((sum, { delayDays }) => sum + delayDays, 0);
  return (
    <>
      {issues.length > 0 && <ErrorSummary issues={issues} />}
      <p className="kick">Free email course</p>
      <h1>{course.title}</h1>
      <p className="lede">{course.summary}</p>
      <p className="s">
        Reviewed by {reviewedBy(row)}. Last reviewed{' '}
        <time dateTime={dayOf(row.reviewedAt)}>{longDate(row.reviewedAt)}</time>
        {row.reviewDue && <>, next review by {longDate(row.reviewDue)}</>}.{' '}
        <a href={proofPath(row.seq)}>Check that this is what they approved</a>
      </p>
      <p>
        <a className="button" href="#subscribe-title">
          Get the course
        </a>
      </p>
      <h2>What you will get</h2>
      <p>
        {course.lessons.length} short lessons over about {days} days. The first comes as soon as you confirm
        {held && ' and it may go out'}, the others around {course.sendAt} in your time zone.
      </p>
      {held && (
        <p className="note flow">
          The first lesson is held back at the moment, while a clinician looks at it again. You may ask for the course
          now; it begins by itself when the lesson may go out.
        </p>
      )}
      <ol className="steps">
        {course.lessons.map(({ key, subject, preheader }) => (
          <li key={key}>
            <strong>{subject}</strong>
            {preheader && <div className="s">{preheader}</div>}
          </li>
        ))}
      </ol>
      <SubscribeForm course={course} issues={issues} values={values} />
      {course.terms.length > 0 && (
        <section aria-labelledby="words-title">
          <h2 id="words-title">{HEADINGS.terms}</h2>
          <WordsExplained terms={course.terms} />
        </section>
      )}
      {course.sources.length > 0 && (
        <section id="sources" aria-labelledby="sources-title">
          <h2 id="sources-title">{HEADINGS.sources}</h2>
          <Sources citing={citingOf(course)} />
        </section>
      )}
    </>
  );
}

const ErrorSummary = ({ issues }: { issues: FormIssue[] }): ReactNode => (
  <div className="note now error" role="alert" aria-labelledby="error-title">
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
