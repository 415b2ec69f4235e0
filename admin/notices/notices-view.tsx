import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { COLLECTION_OF } from '../../model/entries/types.ts';
import { noticeWords } from '../../model/notices.ts';
import { WITHDRAWAL_REASONS, WITHDRAWAL_WORDS } from '../../model/withdrawal.ts';
import type { Notice } from '../../payload-types.ts';
import { DeskView, staffOf } from '../desk-view/desk-view.tsx';
import { formatDay } from '../workflow/dates.ts';
import { counted, TYPE_WORDS } from '../workflow/words.ts';
import { NoticeList, type ShownNotice } from './notice-list.tsx';
import './notices.css';

const SHOWN = 50;

/** /admin/notices?show=all&page=: what whoever is logged in is told, the newest first. */
export async function NoticesView(props: AdminViewServerProps) {
  const user = staffOf(props);
  const { req } = props.initPageResult;
  const { admin, api } = req.payload.config.routes;
  const all = props.searchParams?.show === 'all';
  const asked = Number(props.searchParams?.page ?? 1);
  const page = Number.isInteger(asked) && asked > 0 && asked < 1000 ? asked : 1;
  const { docs, totalDocs, totalPages } = await req.payload.find({
    collection: 'notices',
    where: all ? {} : { unread: { equals: true } },
    sort: '-at',
    limit: SHOWN,
    page,
    depth: 0,
    overrideAccess: false,
    user,
    req,
  });
  const here = `${admin}/notices`;
  return (
    <DeskView {...props}>
      <div className="notices">
        <header className="notices__head">
          <h1>Notices</h1>
          <nav aria-label="Which notices">
            <Link href={here} prefetch={false} {...(all ? {} : { 'aria-current': 'page' })}>
              Unread
            </Link>
            <Link href={`${here}?show=all`} prefetch={false} {...(all ? { 'aria-current': 'page' } : {})}>
              All
            </Link>
          </nav>
        </header>
        {docs.length === 0 ? (
          <p>{all ? 'You were told nothing yet.' : 'You have read everything.'}</p>
        ) : (
          <NoticeList api={api} notices={docs.map((row) => shown(row, admin))} newest={docs[0]?.at ?? ''} />
        )}
        {totalPages > 1 && (
          <p className="notices__pages">
            Page {page} of {totalPages}, {counted(totalDocs, 'notice')}.{' '}
            {page < totalPages && (
              <Link href={`${here}?${all ? 'show=all&' : ''}page=${page + 1}`} prefetch={false}>
                Older ones
              </Link>
            )}
          </p>
        )}
        <p className="notices__mail">
          What is mailed to you, and when, you choose on <Link href={`${admin}/account`}>your account page</Link>.
        </p>
      </div>
    </DeskView>
  );
}

function shown({ uid, kind, entry, entryType, title, detail, anchor, at, unread }: Notice, admin: string): ShownNotice {
  const name = title?.trim() ? `“${title}”` : 'an entry without a title';
  return {
    ...{ uid, at },
    type: TYPE_WORDS[entryType],
    words: noticeWords(kind, name),
    detail: detailOf(kind, detail ?? null),
    href: `${admin}/review/${COLLECTION_OF[entryType]}/${entry}${anchor ? `#${anchor}` : ''}`,
    unread: unread ?? false,
  };
}

function detailOf(kind: Notice['kind'], detail: string | null): string | null {
  if (detail === null || detail === '') return null;
  if (kind === 'withdrawn') {
    const reason = WITHDRAWAL_REASONS.find((one) => one === detail);
    return reason ? WITHDRAWAL_WORDS[reason] : detail;
  }
  if (kind.startsWith('review-due') || kind === 'due-tomorrow') return `Due ${formatDay(detail)}`;
  return detail;
}
