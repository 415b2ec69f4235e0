import type { Offer } from './use-previews.ts';

/** How the preview is looked at. Lives in the address, so that a reload and a copied link show the same. */
export interface Look {
  channel: Offer['channel'];
  /** which of the lessons, from 0 */
  lesson: number;
  phone: boolean;
  marks: boolean;
  /** what readers have, instead of the draft */
  before: boolean;
}

const FIRST: Look = { channel: 'page', lesson: 0, phone: false, marks: true, before: false };

/** The look that an address asks for; what it does not say, or says wrongly, is as at first. */
export function lookOf(search: Readonly<Record<string, unknown>>): Look {
  const { channel, lesson, phone, marks, before } = search;
  return {
    channel: channel === 'mail' || channel === 'feed' ? channel : FIRST.channel,
    lesson: typeof lesson === 'string' && /^\d{1,2}$/.test(lesson) ? Number(lesson) : FIRST.lesson,
    phone: phone === '1',
    marks: marks !== '0',
    before: before === '1',
  };
}

/** The query of the address of a look, and of the change that is chosen; empty for the first one. */
export function queryOf({ channel, lesson, phone, marks, before }: Look, chosen: number | null): string {
  const query = new URLSearchParams({
    ...(channel === FIRST.channel ? {} : { channel }),
    ...(channel === 'mail' && lesson > 0 ? { lesson: String(lesson) } : {}),
    ...(phone ? { phone: '1' } : {}),
    ...(marks ? {} : { marks: '0' }),
    ...(before ? { before: '1' } : {}),
    ...(chosen === null ? {} : { change: String(chosen) }),
  }).toString();
  return query === '' ? '' : `?${query}`;
}

export const channelsOf = (offers: readonly Offer[]): Offer['channel'][] => [
  ...new Set(offers.map(({ channel }) => channel)),
];

/**
 * The address of the document that is looked at; null when that channel has none. The revision stands in it, so that a
 * newer draft is never shown under the numbers of an older one.
 */
export function addressOf(
  offers: readonly Offer[],
  { channel, lesson, marks, before }: Look,
  { revision, hasLive }: { revision: string; hasLive: boolean },
): string | null {
  const of = offers.filter((offer) => offer.channel === channel);
  const offer = of[lesson % Math.max(of.length, 1)] ?? of[0];
  if (!offer) return null;
  const shown = before && hasLive ? { revision: 'live' } : { revision, ...(marks && hasLive ? { marks: '1' } : {}) };
  return `${offer.url}&${new URLSearchParams(shown).toString()}`;
}
