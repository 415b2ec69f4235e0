'use client';
import { useSyncExternalStore } from 'react';

/** In whose time the page speaks. */
export function ZoneName() {
  const zone = useSyncExternalStore(never, own, server);
  return <span>Times are in {zone}.</span>;
}

const never = () => () => undefined;
const own = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const server = () => 'UTC';
