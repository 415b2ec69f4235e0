'use client';
import { Link, useAuth, useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { counted } from '../workflow/words.ts';
import { fetchUnread, onUnread } from './unread.ts';
import './notices.css';

const EVERY_MS = 60_000;

/** In the head of every page of the desk: how many notices are unread, looked up once a minute while the page is seen. */
export function Bell() {
  const { config } = useConfig();
  const { user } = useAuth();
  const { admin, api } = config.routes;
  const [unread, setUnread] = useState<number | null>(null);
  const isIn = Boolean(user);

  useEffect(() => {
    if (!isIn) return undefined;
    const look = () => {
      if (document.visibilityState === 'visible') void fetchUnread(api);
    };
    const stop = onUnread(setUnread);
    look();
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      stop();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [api, isIn]);

  if (!isIn) return null;
  const some = unread !== null && unread > 0;
  const words = some ? counted(unread, 'unread notice') : 'No unread notices';
  return (
    <div className="notice-bell">
      <Link href={`${admin}/notices`} prefetch={false} title={words} aria-label={`Notices: ${words}`}>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
          <path
            d="M10 2.5a4.5 4.5 0 0 0-4.5 4.5c0 4.2-1.5 5.5-1.5 6.5h12c0-1-1.5-2.3-1.5-6.5A4.5 4.5 0 0 0 10 2.5ZM8.3 15.5a1.8 1.8 0 0 0 3.4 0"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        {some && <span className="notice-bell__count" aria-hidden="true" data-count={unread > 99 ? '99+' : unread} />}
      </Link>
      <span className="desk-unseen" role="status">
        {some ? words : ''}
      </span>
    </div>
  );
}
