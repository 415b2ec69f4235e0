import { WITHDRAWAL_WORDS, withdrawalText } from '../../model/withdrawal.ts';
import { pageUrl, proofPath } from '../addresses.ts';
import { correctionsOf } from '../changes/corrections.ts';
import { readCorrection, type ToldCorrection } from '../changes/read-correction.ts';
import { markup, type Markup } from '../html/markup.ts';
import { toRepresentation, type Rendered } from '../http/representation.ts';
import {
  CORRECTIONS_LEDE,
  CORRECTIONS_TITLE,
  GONE_SINCE,
  gradeLabel,
  MORE_CHANGED,
  NOTHING_IN_WORDS,
  RELEASED_AGAIN,
  WORRIED,
} from '../wording/corrections.ts';
import { dayOf } from '../wording/dates.ts';
import { urgencyLabel } from '../wording/labels.ts';
import { SITE_NAME } from '../wording/site-name.ts';
import { atomEntry, atomFeed } from './atom.ts';
import type { FeedChannel } from './channel.ts';
import { demoNotice } from './content-html.ts';
import type { FeedItem, ItemContext } from './feed-item.ts';
import { CORS, FRESH, linkHeader } from './headers.ts';
import { jsonFeed } from './json-feed.ts';
import { fillPage } from './page.ts';
import { NEVER } from './render.ts';

/** A correction or withdrawal as an item of its own: what a reader of feeds has to see again. */
type CorrectionItem = Omit<FeedItem, '_imprimatur'> & {
  _imprimatur: { uid: string; type: string; seq: number; kind: string; proof: string | null };
};

/** One page of the feed of corrections: everything but the minor ones, newest first. */
export async function renderCorrectionsFeed(
  { format, before }: { format: 'json' | 'atom'; before: number | null },
  { hub, ...context }: ItemContext & { hub: string | undefined },
): Promise<Rendered> {
  const channel = channelOf({ ...context, hub }, format);
  const rows = correctionsOf(context.library, null, before === null ? {} : { before });
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  const page = await fillPage([...bySeq.keys()], {
    render: async (seq) => {
      const row = bySeq.get(seq);
      const told = row && (await readCorrection(row, context.library));
      return told ? toItem(told, context) : null;
    },
    weigh: (item) => Buffer.byteLength(JSON.stringify(item)) + 1,
  });
  const representation =
    format === 'json'
      ? toRepresentation(jsonFeed(channel, page), 'application/feed+json')
      : toRepresentation(
          atomFeed(channel, { ...page, items: page.items.map(atomEntry) }, page.items[0]?.date_modified ?? NEVER),
          'application/atom+xml; charset=utf-8',
        );
  return { representation, status: 200, headers: { ...CORS, ...FRESH, ...linkHeader(channel.feedUrl, hub) } };
}

const channelOf = (
  { siteUrl, demo, hub }: { siteUrl: string; demo: boolean; hub: string | undefined },
  format: 'json' | 'atom',
): FeedChannel => ({
  title: `${CORRECTIONS_TITLE} – ${SITE_NAME}`,
  description: CORRECTIONS_LEDE,
  homePageUrl: `${siteUrl}/corrections`,
  feedUrl: `${siteUrl}/corrections.${format === 'json' ? 'json' : 'xml'}`,
  author: { name: SITE_NAME, url: `${siteUrl}/` },
  hub,
  demo,
});

function toItem(told: ToldCorrection, { siteUrl, demo }: ItemContext): CorrectionItem {
  const { entry, seq, uid, grade, at } = told;
  const proof = told.what === 'withdrawn-since' ? null : siteUrl + proofPath(seq);
  const changedAt = told.what === 'withdrawn-since' ? told.gone.releasedAt : at;
  return {
    // Not the entry's: that one keeps its item in the feed of everything.
    id: `urn:uuid:${uid}#release-${seq}`,
    url: pageUrl(siteUrl, entry),
    title: `${gradeLabel[grade]}: ${entry.title}`,
    content_html: markup`${[demoNotice(demo), ...contentOf(told, siteUrl), proof && proofLine(proof, seq)]}`.text,
    summary: summaryOf(told),
    date_published: at,
    date_modified: changedAt,
    tags: [entry.type, grade],
    language: 'en',
    _imprimatur: { uid, type: entry.type, seq, kind: grade, proof },
  };
}

const proofLine = (proof: string, seq: number): Markup => markup`<p>Proof: <a href="${proof}">release ${seq}</a>.</p>`;

function summaryOf(told: ToldCorrection): string {
  if (told.what === 'withdrawn-since') return GONE_SINCE;
  if (told.what === 'withdrawn') return `Withdrawn on ${dayOf(told.at)}: ${withdrawalText(told.row)}`;
  return `${gradeLabel[told.grade]} correction on ${dayOf(told.at)}. ${told.row.changeNote}`.trim();
}

function contentOf(told: ToldCorrection, siteUrl: string): (Markup | false)[] {
  if (told.what === 'withdrawn-since') return [markup`<p>${GONE_SINCE}</p>`];
  if (told.what === 'withdrawn') {
    const { row, instead } = told;
    return [
      markup`<p><strong>Withdrawn on ${dayOf(told.at)}. Do not rely on earlier copies of it.</strong></p>`,
      markup`<p>${WITHDRAWAL_WORDS[row.reason]}</p>`,
      row.publicNote !== null && markup`<p>${row.publicNote}</p>`,
      instead !== null && markup`<p>Read instead: <a href="${pageUrl(siteUrl, instead)}">${instead.title}</a>.</p>`,
      markup`<p>${WORRIED}</p>`,
    ];
  }
  const { row, changes, action, flags, grade } = told;
  return [
    row.changeNote !== '' && markup`<p>Why: ${row.changeNote}</p>`,
    changes === null && markup`<p>${RELEASED_AGAIN}</p>`,
    changes?.changes.length === 0 && markup`<p>${NOTHING_IN_WORDS}</p>`,
    ...(changes?.changes ?? []).map(
      ({ label, words }) =>
        markup`<h3>${label}</h3><blockquote><p>${words.map(({ kind, text }) => {
          if (kind === 'same') return text;
          return kind === 'added' ? markup`<ins>${text}</ins>` : markup`<del>${text}</del>`;
        })}</p></blockquote>`,
    ),
    changes !== null && changes.left > 0 && markup`<p>${MORE_CHANGED(changes.left)}</p>`,
    grade === 'safety' && action !== null && markup`<h3>What to do now</h3><p>${action}</p>`,
    grade === 'safety' &&
      flags.length > 0 &&
      markup`<h3>Signs that need help</h3><ul>${flags.map(
        (flag) => markup`<li>${urgencyLabel(flag.urgency)}: <a href="${pageUrl(siteUrl, flag)}">${flag.title}</a></li>`,
      )}</ul>`,
  ];
}
