'use client';
import type { Issue } from '../../model/issue.ts';
import { anchorsOfPath, labelOfPath, type FieldWords } from './fields.ts';
import { groupIssues } from './standing.ts';
import { counted } from './words.ts';

interface IssuesProps {
  issues: readonly Issue[];
  fields: readonly FieldWords[];
}

/** What blocks a release, then what a reviewer should look at twice. */
export function Issues({ issues, fields }: IssuesProps) {
  const { errors, warnings } = groupIssues(issues);
  return (
    <>
      {errors.length > 0 && (
        <section className="workflow__issues workflow__issues--error" aria-label="What is missing">
          <h3>{counted(errors.length, 'thing')} to put right before this text can be released</h3>
          <IssueList issues={errors} fields={fields} />
        </section>
      )}
      {warnings.length > 0 && (
        <details className="workflow__issues workflow__issues--warning" open={warnings.length < 4}>
          <summary>{counted(warnings.length, 'warning')}: nothing is blocked, but look twice</summary>
          <IssueList issues={warnings} fields={fields} />
        </details>
      )}
    </>
  );
}

export function IssueList({ issues, fields }: IssuesProps) {
  return (
    <ul>
      {issues.map(({ code, field, message }, i) => {
        const label = labelOfPath(field, fields);
        return (
          <li key={`${code}-${field}-${i}`}>
            {label && (
              <>
                <button type="button" className="workflow__link" onClick={() => goToField(field, fields)}>
                  {label}
                </button>
                {': '}
              </>
            )}
            {message}
          </li>
        );
      })}
    </ul>
  );
}

function goToField(path: string, fields: readonly FieldWords[]): void {
  const element = anchorsOfPath(path, fields).reduce<HTMLElement | null>(
    (found, id) => found ?? document.getElementById(id),
    null,
  );
  if (!element) return;
  element.scrollIntoView({ block: 'center', behavior: 'smooth' });
  const input = element.matches(FOCUSABLE) ? element : element.querySelector<HTMLElement>(FOCUSABLE);
  input?.focus({ preventScroll: true });
}

const FOCUSABLE = 'input, textarea, select, button, [contenteditable="true"], [tabindex]';
