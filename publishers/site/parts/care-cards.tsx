import type { ReactNode } from 'react';
import { URGENCIES, type RedFlagContent } from '../../../model/entries/red-flag.ts';
import type { EmergencyNumber } from '../../../model/emergency-numbers.ts';
import type { LibraryEntry } from '../../../release-log/library.ts';
import { pathOf } from '../../addresses.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { urgencyLabel } from '../../wording/labels.ts';
import { mostUrgentFirst, type Sign } from '../references.ts';

type Numbers = readonly EmergencyNumber[];

/** With more signs than this a page names them, and their orders are on their own pages. */
const MOST_WITH_ORDERS = 16;

/**
 * What must not wait, before everything else on a page: one card for each urgency, emergencies first, in the words of
 * the red flags alone (ADR 0070). Nothing when there are no signs.
 */
export function CareCards(props: { signs: Sign[]; id: string; title: string; emergency: Numbers }): ReactNode {
  const { signs, id, title, emergency } = props;
  if (signs.length === 0) return null;
  if (signs.length > MOST_WITH_ORDERS) return <SignPanel {...props} flags={signs.map(({ entry }) => entry)} />;
  return (
    <section className="help" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {byUrgency(signs, ({ entry }) => entry).map(({ urgency, of }) => (
        <div key={urgency ?? ''} className={`care ${urgency ?? 'urgent-days'}`}>
          <h3>{urgencyLabel(urgency)}</h3>
          <div className="in">
            {urgency === 'emergency-now' && <CallRow emergency={emergency} />}
            <ul className="signs">
              {of.map(({ entry, text }) => (
                <li key={entry.uid}>
                  <a href={pathOf(entry)}>{entry.title}</a>
                  <p>{text?.action ?? entry.summary}</p>
                  {urgency === 'emergency-now' && text && <UntilHelpComes flag={text} open={of.length === 1} />}
                </li>
              ))}
            </ul>
          </div>
        </div>
      ))}
    </section>
  );
}

/** The signs alone, by urgency, each leading to its page: for pages with many of them. */
export function SignLists(props: { flags: LibraryEntry[]; emergency: Numbers; wide?: boolean }): ReactNode {
  const { flags, emergency, wide = false } = props;
  return (
    <div className={wide ? 'care-lists wide' : 'care-lists'}>
      {byUrgency(flags, (flag) => flag).map(({ urgency, of }) => (
        <div key={urgency ?? ''} className={`care ${urgency ?? 'urgent-days'}`}>
          <h3>{urgencyLabel(urgency)}</h3>
          <div className="in">
            {urgency === 'emergency-now' && <CallRow emergency={emergency} />}
            <ul className="signs">
              {of.map((entry) => (
                <li key={entry.uid}>
                  <a href={pathOf(entry)}>{entry.title}</a>
                </li>
              ))}
            </ul>
          </div>
        </div>
      ))}
    </div>
  );
}

/** The signs of one part of a page, each a line that says how fast and leads to its page; nothing when there are none. */
export const SignLines = ({ flags }: { flags: LibraryEntry[] }): ReactNode =>
  flags.length > 0 && (
    <ul className="care-lines">
      {mostUrgentFirst(flags).map((flag) => (
        <li key={flag.uid} className={flag.urgency ?? 'urgent-days'}>
          <strong>{urgencyLabel(flag.urgency)}:</strong> <a href={pathOf(flag)}>{flag.title}</a>
        </li>
      ))}
    </ul>
  );

/** A sign that can wait for a booked visit, and where the page tells of it. */
export interface LaterSign {
  sign: string;
  href: string;
}

/** All signs of a complaint by speed, under a heading of their own; nothing when there is none that must not wait. */
export function SignPanel(props: {
  flags: LibraryEntry[];
  id: string;
  title: string;
  emergency: Numbers;
  wide?: boolean;
  later?: LaterSign[];
}): ReactNode {
  const { flags, id, title, emergency, wide = false, later = [] } = props;
  if (flags.length === 0) return null;
  return (
    <section className={wide ? 'help wide' : 'help'} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <SignLists flags={flags} emergency={emergency} wide={wide} />
      {later.length > 0 && (
        <div className="care can-wait">
          <h3>{HEADINGS.canWait}</h3>
          <div className="in">
            <ul className="signs">
              {later.map(({ sign, href }) => (
                <li key={href}>
                  <a href={href}>{sign}</a>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </section>
  );
}

/** One large target for each number, with where it is answered. */
export const CallRow = ({ emergency }: { emergency: Numbers }): ReactNode => (
  <ul className="call">
    {emergency.map(({ number, where }) => (
      <li key={number}>
        <a href={`tel:${number}`}>
          Call {number} <small>{where}</small>
        </a>
      </li>
    ))}
  </ul>
);

/** The orders of one sign among several are folded, so that the other signs are not pushed off the screen. */
function UntilHelpComes({ flag, open }: { flag: RedFlagContent; open: boolean }): ReactNode {
  if (open || flag.do.length + flag.dont.length === 0) return <DoAndDont flag={flag} />;
  return (
    <details>
      <summary>{HEADINGS.untilHelpComes}</summary>
      <DoAndDont flag={flag} />
    </details>
  );
}

/** Orders until help comes, side by side where there is room. */
export function DoAndDont({ flag }: { flag: RedFlagContent }): ReactNode {
  if (flag.do.length + flag.dont.length === 0) return null;
  return (
    <div className="orders">
      <Orders title={HEADINGS.do} orders={flag.do} />
      <Orders title={HEADINGS.dont} orders={flag.dont} />
    </div>
  );
}

const Orders = ({ title, orders }: { title: string; orders: string[] }): ReactNode =>
  orders.length > 0 && (
    <div>
      <h4>{title}</h4>
      <ul>
        {orders.map((order) => (
          <li key={order}>{order}</li>
        ))}
      </ul>
    </div>
  );

/** Groups by urgency, fastest first; a sign without one last. */
const byUrgency = <Item,>(items: Item[], entryOf: (item: Item) => LibraryEntry) =>
  [...URGENCIES, null]
    .map((urgency) => ({ urgency, of: items.filter((item) => entryOf(item).urgency === urgency) }))
    .filter(({ of }) => of.length > 0);
