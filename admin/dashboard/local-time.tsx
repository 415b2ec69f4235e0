'use client';
import { useSyncExternalStore } from 'react';
import { formatMoment } from '../workflow/dates.ts';

/** A moment in the reader's own time zone; in UTC until the browser has taken over. */
export function LocalTime({ at }: { at: string }) {
  const inBrowser = useSyncExternalStore(never, yes, no);
  return <time dateTime={at}>{formatMoment(at, inBrowser ? undefined : 'UTC')}</time>;
}

const never = () => () => undefined;
const yes = () => true;
const no = () => false;
