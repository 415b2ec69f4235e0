'use client';
import { FieldLabel, useField } from '@payloadcms/ui';
import type { JSONFieldClientComponent } from 'payload';

/** A value that the system wrote, as text. Payload's own field loads an editor from a public host. */
export const JsonText: JSONFieldClientComponent = ({ field: { label }, path }) => {
  const { value } = useField<unknown>({ path });
  return (
    <div className="field-type">
      <FieldLabel label={label} path={path} />
      <pre className="json-text">{value === undefined || value === null ? '–' : JSON.stringify(value, null, 2)}</pre>
    </div>
  );
};
