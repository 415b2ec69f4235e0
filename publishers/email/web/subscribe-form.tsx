import type { ReactNode } from 'react';
import type { CourseContent } from '../../../model/entries/course.ts';
import { pathOf } from '../../addresses.ts';
import { consentWording, type FormIssue, type FormValues } from './subscribe-fields.ts';

interface FormProps {
  course: CourseContent;
  issues: FormIssue[];
  values: FormValues | undefined;
}

/** The fields to fill in, each with its mistake beside it. Works without JavaScript. */
export function SubscribeForm({ course, issues, values }: FormProps): ReactNode {
  const errorOf = (field: FormIssue['field']) => issues.find((issue) => issue.field === field)?.message;
  return (
    <section className="note flow" aria-labelledby="subscribe-title">
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
        <p className="s">
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

/** The world's time zones for a list to choose from: by region, UTC on its own at the end. */
function timeZonesByRegion(): { region: string; zones: { value: string; label: string }[] }[] {
  const regions = new Map<string, { value: string; label: string }[]>();
  for (const value of Intl.supportedValuesOf('timeZone')) {
    const [region, ...place] = value.split('/');
    if (!region || place.length === 0) continue;
    const zones = regions.get(region) ?? [];
    zones.push({ value, label: place.join(', ').replaceAll('_', ' ') });
    regions.set(region, zones);
  }
  const named = [...regions].map(([region, zones]) => ({ region, zones }));
  return [...named, { region: 'Other', zones: [{ value: 'UTC', label: 'UTC' }] }];
}

const DEFAULT_TIME_ZONE = 'Europe/London';
