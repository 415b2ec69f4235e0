'use client';
import { useDocumentInfo } from '@payloadcms/ui';
import type { Issue } from '../../model/issue.ts';
import type { FieldWords } from '../workflow/fields.ts';
import { IssueList } from '../workflow/issues.tsx';
import { counted } from '../workflow/words.ts';
import { useRefused } from './use-refused.ts';
import '../workflow/workflow.css';

/** Above a form that was not saved: each field that stands in the way, by the name it has there, with the way to it. */
export function FormErrors() {
  const { docConfig } = useDocumentInfo();
  const refused = useRefused();
  if (refused.length === 0) return null;
  const fields: readonly FieldWords[] = docConfig?.fields ?? [];
  const issues = refused.map(({ field, message }): Issue => ({
    ...{ code: 'field-invalid', severity: 'error' },
    ...{ field, message },
  }));
  return (
    <section
      className="workflow__issues workflow__issues--error form-errors"
      role="alert"
      aria-label="What was refused"
    >
      <h3>Not saved: {counted(issues.length, 'field')} to put right first</h3>
      <IssueList issues={issues} fields={fields} />
    </section>
  );
}
