'use client';
import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { askLiveEntries, type LiveEntries } from './ask-live-entries.ts';

export function useLiveEntries(): LiveEntries {
  const { config } = useConfig();
  const { api } = config.routes;
  const [entries, setEntries] = useState<LiveEntries>('asking');
  useEffect(() => {
    const leaving = new AbortController();
    const get = (url: string) => fetch(url, { credentials: 'same-origin', signal: leaving.signal });
    void askLiveEntries(api, get).then((answer) => (leaving.signal.aborted ? undefined : setEntries(answer)));
    return () => leaving.abort();
  }, [api]);
  return entries;
}
