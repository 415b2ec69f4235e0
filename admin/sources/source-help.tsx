'use client';
import { Button, useConfig, useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui';
import { useId, useState } from 'react';
import { counted } from '../workflow/words.ts';
import { MOST_PASTED, readCitation } from './read-citation.ts';
import { SameNote } from './same-note.tsx';
import { useSame } from './use-same.ts';
import './sources.css';

const LABELS: Readonly<Record<string, string>> = {
  title: 'title',
  publisher: 'publisher',
  kind: 'kind',
  year: 'year',
  url: 'link',
  doi: 'DOI',
  pmid: 'PubMed id',
};

/** On the form of a source: fills it in from a pasted reference, and names sources that seem to be the same. */
export function SourceHelp() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const asked = useFormFields(([fields]) =>
    new URLSearchParams(
      ['doi', 'pmid', 'url'].flatMap((name) => {
        const value: unknown = fields[name]?.value;
        return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
      }),
    ).toString(),
  );
  const not = id === undefined ? '' : `&not=${encodeURIComponent(id)}`;
  const same = useSame(asked === '' ? null : `${config.routes.api}/sources/same?${asked}${not}`);
  return (
    <div className="source-help">
      {id === undefined && <FillIn />}
      <SameNote same={same} collection="sources" what="source" />
    </div>
  );
}

function FillIn() {
  const { dispatchFields, getDataByPath, setModified } = useForm();
  const [pasted, setPasted] = useState('');
  const [said, setSaid] = useState('');
  const field = useId();

  const fillIn = () => {
    const read = Object.entries(readCitation(pasted));
    // What somebody wrote stays.
    const filled = read.filter(([path]) =>
      [undefined, null, ''].includes(getDataByPath<string | null | undefined>(path)),
    );
    for (const [path, value] of filled) dispatchFields({ type: 'UPDATE', path, value, valid: true });
    if (filled.length > 0) setModified(true);
    setSaid(
      saidOf(
        read.length,
        filled.map(([path]) => LABELS[path] ?? path),
      ),
    );
  };
  return (
    <details className="source-help__paste">
      <summary>Fill in from a reference</summary>
      <label htmlFor={field}>
        Paste RIS, CSL-JSON, a DOI, a PubMed id, a link, or a reference that has one of them
      </label>
      <textarea
        id={field}
        rows={4}
        maxLength={MOST_PASTED}
        value={pasted}
        spellCheck={false}
        aria-describedby={`${field}-hint`}
        onChange={(event) => {
          setPasted(event.target.value);
        }}
      />
      <p id={`${field}-hint`} className="source-help__hint">
        Nothing is looked up elsewhere, and what stands in the form already stays. Compare it with the original.
      </p>
      <Button type="button" size="small" buttonStyle="secondary" margin={false} onClick={fillIn}>
        Fill in
      </Button>
      <p role="status">{said}</p>
    </details>
  );
}

function saidOf(read: number, filled: readonly string[]): string {
  if (read === 0) return 'Nothing in it that says a source. Fill the form in by hand.';
  if (filled.length === 0) return 'The form says all of it already.';
  return `Filled in ${counted(filled.length, 'field')}: ${filled.join(', ')}.`;
}
