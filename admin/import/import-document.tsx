'use client';
import { Button, Link, useAuth, useConfig } from '@payloadcms/ui';
import { useId, useRef, useState, type ChangeEvent } from 'react';
import type { EntryCollection } from '../../model/entries/types.ts';
import type { Role } from '../../model/lifecycle.ts';
import { proseToLexical } from '../../collections/shared/prose-to-lexical.ts';
import { inWords } from '../../model/entries/labels.ts';
import { ask } from '../change-sets/ask.ts';
import { counted } from '../workflow/words.ts';
import type { ReadDocument } from './html-to-sections.ts';
import { readFile } from './read-file.ts';
import '../change-sets/change-sets.css';
import './import.css';

interface ImportDocumentProps {
  collectionSlug: EntryCollection;
  /** of the type, in reading order */
  kinds: readonly string[];
}

type Step =
  | { at: 'choose'; refusal?: string }
  | { at: 'reading' }
  | { at: 'read'; read: ReadDocument; refusal?: string; isSaving?: boolean }
  | { at: 'made'; id: number | string; dropped: string[] };

/** Above a list: makes a draft of a Word document or a web page, in the name of whoever does it, and says what was left out. */
export function ImportDocument({ collectionSlug, kinds }: ImportDocumentProps) {
  const { user } = useAuth<{ id: string; role: Role; collection: 'users' }>();
  const [step, setStep] = useState<Step | null>(null);
  const button = useRef<HTMLDivElement>(null);
  if (!user || user.role === 'mailer') return null;
  return (
    <div className="import" ref={button}>
      <Button
        type="button"
        size="small"
        buttonStyle="secondary"
        margin={false}
        extraButtonProps={{ 'aria-expanded': step !== null }}
        onClick={() => {
          setStep(step === null ? { at: 'choose' } : null);
        }}
      >
        Import a document…
      </Button>
      {step !== null && <Steps step={step} setStep={setStep} collectionSlug={collectionSlug} kinds={kinds} />}
    </div>
  );
}

interface StepsProps extends ImportDocumentProps {
  step: Step;
  setStep: (step: Step | null) => void;
}

function Steps({ step, setStep, collectionSlug, kinds }: StepsProps) {
  const { config } = useConfig();
  const field = useId();
  const { admin, api } = config.routes;

  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    setStep({ at: 'reading' });
    const read = await readFile(file, kinds);
    setStep('refusal' in read ? { at: 'choose', refusal: read.refusal } : { at: 'read', read });
  };
  const make = async (read: ReadDocument) => {
    setStep({ at: 'read', read, isSaving: true });
    const title = read.title || 'Imported document';
    // A document cites nothing that the library has.
    const sections = read.sections.map(({ kind, prose }) => ({ kind, body: proseToLexical(prose, () => '') }));
    const made = await ask<{ doc: { id: number | string } }>(`${api}/${collectionSlug}?draft=true&depth=0`, {
      title,
      sections,
    });
    if ('refusal' in made) setStep({ at: 'read', read, refusal: made.refusal.message });
    else setStep({ at: 'made', id: made.answer.doc.id, dropped: read.dropped });
  };

  if (step.at === 'made')
    return (
      <div className="import__step" role="status">
        <p>
          <strong>A draft was made.</strong> {droppedWords(step.dropped)} Read it against the document before you submit
          it.
        </p>
        <Link href={`${admin}/collections/${collectionSlug}/${step.id}`}>Open the draft</Link>
      </div>
    );
  if (step.at === 'read')
    return (
      <div className="import__step">
        <p role="status">
          <strong>{step.read.title || 'A document without a title'}</strong>:{' '}
          {counted(step.read.sections.length, 'section')}
          {step.read.sections.length > 0 &&
            ` (${step.read.sections.map(({ kind }) => inWords(kind)).join(', ')})`}. {droppedWords(step.read.dropped)}
        </p>
        {step.refusal && (
          <p className="change-set__alert" role="alert">
            {step.refusal}
          </p>
        )}
        <div className="import__acts">
          <Button
            type="button"
            size="small"
            margin={false}
            disabled={step.isSaving === true}
            onClick={() => void make(step.read)}
          >
            Make a draft of it
          </Button>
          <Button
            type="button"
            size="small"
            margin={false}
            buttonStyle="secondary"
            onClick={() => {
              setStep({ at: 'choose' });
            }}
          >
            Another document
          </Button>
        </div>
      </div>
    );
  return (
    <div className="import__step">
      <label htmlFor={field}>Word document (.docx) or web page (.html), at most 20 MB</label>
      <input
        id={field}
        type="file"
        accept=".docx,.html,.htm"
        disabled={step.at === 'reading'}
        onChange={(event) => void choose(event)}
      />
      <p className="import__hint">
        It is read in this browser. Large headings that are called as a section begin that section:{' '}
        {kinds.map(inWords).join(', ')}.
      </p>
      <p role="status">{step.at === 'reading' ? 'Reading…' : ''}</p>
      {step.at === 'choose' && step.refusal && (
        <p className="change-set__alert" role="alert">
          {step.refusal}
        </p>
      )}
    </div>
  );
}

const droppedWords = (dropped: readonly string[]): string =>
  [
    dropped.length === 0 ? 'All of its text has a place.' : `Left out: ${dropped.join(', ')}.`,
    dropped.some((what) => what.includes('picture'))
      ? 'Upload pictures as figures, with words for those who cannot see them.'
      : '',
  ].join(' ');
