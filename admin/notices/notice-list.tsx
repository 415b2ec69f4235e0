'use client';
import { Button, Link } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { useRef, useState } from 'react';
import { LocalTime } from '../dashboard/local-time.tsx';
import { markRead } from './unread.ts';

export interface ShownNotice {
  uid: string;
  at: string;
  type: string;
  words: string;
  detail: string | null;
  href: string;
  unread: boolean;
}

interface NoticeListProps {
  api: string;
  notices: ShownNotice[];
  /** when the newest of them came: what comes later stays unread */
  newest: string;
}

/** Notices with the way to what each asks for; following it marks it as read. */
export function NoticeList({ api, notices, newest }: NoticeListProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const status = useRef<HTMLSpanElement>(null);
  const mark = async (which: Parameters<typeof markRead>[1], words: string) => {
    setBusy(true);
    const done = await markRead(api, which);
    setBusy(false);
    setSaid(done ? words : 'That did not reach the server. Try again.');
    // The button that was pressed goes away.
    status.current?.focus();
    if (done) router.refresh();
  };
  return (
    <>
      <div className="notices__bar">
        <Button
          buttonStyle="secondary"
          size="small"
          margin={false}
          disabled={busy || !notices.some(({ unread }) => unread)}
          onClick={() => void mark({ all: true, until: newest }, 'All are marked as read.')}
        >
          Mark all as read
        </Button>
        <span role="status" ref={status} tabIndex={-1}>
          {said}
        </span>
      </div>
      <ul className="notices__list">
        {notices.map(({ uid, at, type, words, detail, href, unread }) => (
          <li key={uid} {...(unread ? { className: 'is-unread' } : {})}>
            <div>
              <Link href={href} prefetch={false} onClick={() => void (unread && markRead(api, { notices: [uid] }))}>
                {words}
              </Link>
              {detail && <p>{detail}</p>}
              <small>
                {unread && <b>Unread. </b>}
                {type}, <LocalTime at={at} />
              </small>
            </div>
            {unread && (
              <Button
                buttonStyle="secondary"
                size="small"
                margin={false}
                disabled={busy}
                aria-label={`Mark as read: ${words}`}
                onClick={() => void mark({ notices: [uid] }, 'Marked as read.')}
              >
                Mark as read
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
