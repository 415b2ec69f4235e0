'use client';
import {
  Button,
  useAuth,
  useDocumentDrawerContext,
  useDocumentEvents,
  useDocumentInfo,
  useForm,
  useFormModified,
} from '@payloadcms/ui';
import { useEffect, useRef, useState } from 'react';
import { forgetOldWords, isSaveOf, keepWords, toUnsaved, unsavedKey, type Unsaved } from './unsaved-words.ts';
import { browserKeep, told, useKept } from './use-kept.ts';
import './unsaved.css';

const EVERY_MS = 2_000;

/**
 * On the form of an entry: when it was saved, and what was typed since is kept in this browser, for this account alone,
 * until it is saved. Whoever comes back to words that were not saved is offered them.
 */
export function UnsavedBar() {
  const { user } = useAuth();
  const { collectionSlug, id } = useDocumentInfo();
  const { drawerSlug } = useDocumentDrawerContext();
  if (!user || !collectionSlug || drawerSlug) return null;
  const storeAt = unsavedKey(user.id, collectionSlug, id);
  return <Keeping key={storeAt} storeAt={storeAt} />;
}

function Keeping({ storeAt }: { storeAt: string }) {
  const { data: saved, collectionSlug, id } = useDocumentInfo();
  const { mostRecentUpdate } = useDocumentEvents();
  const { getData, reset, setModified } = useForm();
  const isModified = useFormModified();
  const text = useKept(storeAt);
  /** `kept`: what is kept was typed in this form; `refused`: the browser keeps nothing */
  const [own, setOwn] = useState<'none' | 'kept' | 'refused'>('none');
  const [openedAt] = useState(() => new Date());
  const unsaved = toUnsaved(text, openedAt);
  const offered = own === 'none' ? unsaved : null;
  const savedAt = typeof saved?.updatedAt === 'string' ? saved.updatedAt : null;
  const isUndecided = offered !== null;

  useEffect(() => {
    const keep = browserKeep();
    if (keep) forgetOldWords(keep, new Date());
  }, []);
  /** what was kept last, so that the same is not kept again; null when nothing is */
  const last = useRef<string | null>(null);
  useEffect(() => {
    // What was offered stays until somebody decides about it.
    if (!isModified || isUndecided) return undefined;
    const look = () => {
      const data = getData() as Record<string, unknown>;
      const now = JSON.stringify(data);
      if (now === last.current) return;
      last.current = now;
      const keep = browserKeep();
      const isKept = keep !== null && keepWords(keep, storeAt, { at: new Date().toISOString(), base: savedAt, data });
      setOwn(isKept ? 'kept' : 'refused');
      told();
    };
    const timer = setInterval(look, EVERY_MS);
    // A tab that is left may never come back.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [getData, isModified, isUndecided, savedAt, storeAt]);
  const seen = useRef(mostRecentUpdate);
  useEffect(() => {
    // A form that was refused says that it is unmodified, too: only what was saved is forgotten.
    if (mostRecentUpdate === seen.current) return;
    seen.current = mostRecentUpdate;
    if (mostRecentUpdate === null || !isSaveOf(mostRecentUpdate, collectionSlug, id) || own === 'none') return;
    browserKeep()?.removeItem(storeAt);
    last.current = null;
    told();
  }, [collectionSlug, id, mostRecentUpdate, own, storeAt]);

  const discard = () => {
    setIsDecided(true);
    browserKeep()?.removeItem(storeAt);
    last.current = null;
    told();
  };
  // The button that was pressed is gone by then, and the focus with it.
  const state = useRef<HTMLParagraphElement>(null);
  const [isDecided, setIsDecided] = useState(false);
  useEffect(() => {
    if (isDecided && !isUndecided) state.current?.focus({ preventScroll: true });
  }, [isDecided, isUndecided]);
  const putBack = async ({ data }: Unsaved) => {
    setIsDecided(true);
    await reset(data);
    setOwn('kept');
    setModified(true);
  };
  if (offered) return <Offer offered={offered} savedAt={savedAt} putBack={putBack} discard={discard} />;
  return (
    <p className="unsaved__state" ref={state} tabIndex={-1}>
      {isModified || unsaved !== null ? notSaved(own, unsaved) : savedAt !== null && `Saved ${clock(savedAt)}.`}
    </p>
  );
}

interface OfferProps {
  offered: Unsaved;
  savedAt: string | null;
  putBack: (offered: Unsaved) => Promise<void>;
  discard: () => void;
}

function Offer({ offered, savedAt, putBack, discard }: OfferProps) {
  const isOlder = savedAt !== null && savedAt !== offered.base;
  return (
    <section className="unsaved" aria-label="Words that were not saved">
      <p>
        <strong>You typed words here {clock(offered.at)} that were not saved.</strong>{' '}
        {isOlder
          ? 'The entry was saved since: putting yours back into the form replaces what stands in it now.'
          : 'They can be put back into the form.'}{' '}
        Until you decide, what you type now is not kept.
      </p>
      <div className="unsaved__acts">
        <Button type="button" size="small" margin={false} onClick={() => void putBack(offered)}>
          Put them back
        </Button>
        <Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={discard}>
          Forget them
        </Button>
      </div>
    </section>
  );
}

const notSaved = (own: 'none' | 'kept' | 'refused', kept: Unsaved | null): string => {
  if (own === 'refused') return 'Not saved, and this browser cannot keep it: save the draft.';
  return kept === null ? 'Not saved yet.' : `Not saved. Kept in this browser ${clock(kept.at)}.`;
};

/** `at 12:04` of today, else with its day. */
function clock(at: string): string {
  const date = new Date(at);
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (date.toDateString() === new Date().toDateString()) return `at ${time}`;
  return `on ${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} at ${time}`;
}
