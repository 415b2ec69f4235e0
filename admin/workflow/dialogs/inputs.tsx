'use client';
import { useId, type ReactNode } from 'react';

interface FieldProps {
  name: string;
  label: string;
  help?: ReactNode;
  required?: boolean;
}

export function TextArea({ rows = 3, maxLength, ...field }: FieldProps & { rows?: number; maxLength: number }) {
  return (
    <Labelled {...field}>
      {(ids) => <textarea {...ids} name={field.name} rows={rows} maxLength={maxLength} required={field.required} />}
    </Labelled>
  );
}

export function DateInput({
  type,
  min,
  defaultValue,
  ...field
}: FieldProps & { type: 'date' | 'datetime-local'; min: string; defaultValue: string }) {
  return (
    <Labelled {...field}>
      {(ids) => (
        <input {...ids} type={type} name={field.name} min={min} defaultValue={defaultValue} required={field.required} />
      )}
    </Labelled>
  );
}

interface Choice {
  value: string;
  label: string;
  help?: string;
}

export function Choices({
  name,
  legend,
  help,
  choices,
  first = null,
  onChoose,
}: {
  name: string;
  legend: string;
  help?: string | null;
  choices: Choice[];
  /** chosen to begin with; without it somebody has to choose */
  first?: string | null;
  onChoose?: (value: string) => void;
}) {
  return (
    <fieldset className="verb-dialog__field">
      <legend>{legend}</legend>
      {help && <small>{help}</small>}
      {choices.map(({ value, label, help }) => (
        <label key={value} className="verb-dialog__choice">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === first}
            required
            onChange={() => onChoose?.(value)}
          />
          <span>
            {label}
            {help && <small>{help}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function Labelled({
  label,
  help,
  required = false,
  children,
}: Omit<FieldProps, 'name'> & { children: (ids: { id: string; 'aria-describedby'?: string }) => ReactNode }) {
  const id = useId();
  const helpId = `${id}-help`;
  return (
    <div className="verb-dialog__field">
      <label htmlFor={id}>
        {label}
        {!required && <span className="verb-dialog__optional"> (optional)</span>}
      </label>
      {help && <small id={helpId}>{help}</small>}
      {children({ id, ...(help ? { 'aria-describedby': helpId } : {}) })}
    </div>
  );
}

/** The text of a form's field, without blanks at its ends; undefined when there is none. */
export function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
