import type { ReactNode } from 'react';
import { URGENCIES, type RedFlagContent, type Urgency } from '../../../model/entries/red-flag.ts';
import type { EmergencyNumber } from '../../../model/emergency-numbers.ts';
import type { LibraryEntry } from '../../../release-log/library.ts';
import { pathOf } from '../../addresses.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { urgencyLabel } from '../../wording/labels.ts';
import { mostUrgentFirst, type Sign } from '../references.ts';

type Numbers = readonly EmergencyNumber[];

/** With more signs than this a page names them, and their orders are on their own pages. */
const MOST_WITH_ORDERS = 16;
/** With more signs than this the numbers come before them: after them they would be below a phone's first screen. */
const MOST_BEFORE_NUMBERS = 6;

/** The class of a level; a sign from before urgency was required is drawn as the mildest. */
export const levelOf = (urgency: Urgency | null): 'now' | 'day' | 'soon' =>
  urgency === 'emergency-now' ? 'now' : urgency === 'same-day' ? 'day' : 'soon';

interface CareCardsProps {
  signs: Sign[];
  id: string;
  title: string;
  emergency: Numbers;
  /** the numbers before the signs: the page is about an emergency */
  callFirst?: boolean;
}

/**
 * What must not wait: one card for each urgency, emergencies first and with the numbers to call, in the words of the
 * red flags alone (ADR 0070). Nothing when there are no signs.
 */
export function CareCards(props: CareCardsProps): ReactNode {
  const { signs, id, title, emergency, callFirst = false } = props;
  if (signs.length === 0) return null;
  if (signs.length > MOST_WITH_ORDERS) return <SignPanel {...props} flags={signs.map(({ entry }) => entry)} />;
  return (
    <HelpSection id={id} title={title}>
      <Cards groups={byUrgency(signs, ({ entry }) => entry)} wide withOrders>
        {({ urgency, of }) => {
          const list = (
            <ul className="signs" key="signs">
              {of.map(({ entry, text }) => (
                <li key={entry.uid}>
                  <SignLink flag={entry} />
                  <p>{text?.action ?? entry.summary}</p>
                  {urgency === 'emergency-now' && text && <UntilHelpComes flag={text} open={of.length === 1} />}
                </li>
              ))}
            </ul>
          );
          if (urgency !== 'emergency-now') return list;
          const call = <CallBox key="call" emergency={emergency} />;
          return callFirst ? [call, list] : [list, call];
        }}
      </Cards>
    </HelpSection>
  );
}

/** The signs alone, by urgency, each leading to its page: for pages with many of them. `wide`: what is no emergency side by side. */
export function SignLists(props: { flags: LibraryEntry[]; emergency: Numbers; wide?: boolean }): ReactNode {
  const { flags, emergency, wide = false } = props;
  return (
    <Cards groups={byUrgency(flags, (flag) => flag)} wide={wide}>
      {({ urgency, of }) => {
        const list = (
          <ul className="signs" key="signs">
            {of.map((entry) => (
              <li key={entry.uid}>
                <SignLink flag={entry} />
              </li>
            ))}
          </ul>
        );
        if (urgency !== 'emergency-now') return list;
        const call = <CallBox key="call" emergency={emergency} />;
        return isLong(of) ? [call, list] : [list, call];
      }}
    </Cards>
  );
}

/** The signs of one part of a page, each a line that says how fast and leads to its page; nothing when there are none. */
export const SignLines = ({ flags }: { flags: LibraryEntry[] }): ReactNode =>
  flags.length > 0 && (
    <ul className="care-lines">
      {mostUrgentFirst(flags).map((flag) => (
        <li key={flag.uid} className={levelOf(flag.urgency)}>
          <b>{urgencyLabel(flag.urgency)}:</b> <a href={pathOf(flag)}>{flag.title}</a>
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
    <HelpSection id={id} title={title}>
      <SignLists flags={flags} emergency={emergency} wide={wide} />
      {later.length > 0 && (
        <div className="care">
          <h3>{HEADINGS.canWait}</h3>
          <CardBody across={isLong(later)}>
            <ul className="signs">
              {later.map(({ sign, href }) => (
                <li key={href}>
                  <a href={href}>{sign}</a>
                </li>
              ))}
            </ul>
          </CardBody>
        </div>
      )}
    </HelpSection>
  );
}

/** The heading is for who hears the page or walks its headings: each card says itself how fast. */
const HelpSection = ({ id, title, children }: { id: string; title: string; children: ReactNode }): ReactNode => (
  <section id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`} className="vh">
      {title}
    </h2>
    {children}
  </section>
);

const isLong = (signs: readonly unknown[]): boolean => signs.length > MOST_BEFORE_NUMBERS;

interface Group<Item> {
  urgency: Urgency | null;
  of: Item[];
}

/** The card of emergencies over the whole width, the others side by side where there is room. */
function Cards<Item>(props: {
  groups: Group<Item>[];
  wide: boolean;
  withOrders?: boolean;
  children: (group: Group<Item>) => ReactNode;
}): ReactNode {
  const { groups, wide, withOrders = false, children } = props;
  const isAcross = ({ urgency, of }: Group<Item>) => urgency === 'emergency-now' && !withOrders && isLong(of);
  const card = (group: Group<Item>) => (
    <div key={group.urgency ?? ''} className={`care ${levelOf(group.urgency)}`}>
      <h3>{urgencyLabel(group.urgency)}</h3>
      <CardBody across={isAcross(group)}>{children(group)}</CardBody>
    </div>
  );
  const others = groups.filter(({ urgency }) => urgency !== 'emergency-now');
  return (
    <>
      {groups.filter(({ urgency }) => urgency === 'emergency-now').map(card)}
      {wide && others.length > 1 ? <div className="duo">{others.map(card)}</div> : others.map(card)}
    </>
  );
}

/** `across`: the list in two columns where there is room, and what stands before it over both. */
const CardBody = ({ across, children }: { across: boolean; children: ReactNode }): ReactNode =>
  across ? (
    <div>
      <div className="in two">{children}</div>
    </div>
  ) : (
    <div className="in">{children}</div>
  );

const SignLink = ({ flag }: { flag: LibraryEntry }): ReactNode => (
  <b>
    <a href={pathOf(flag)}>{flag.title}</a>
  </b>
);

const CallBox = ({ emergency }: { emergency: Numbers }): ReactNode => (
  <div className="act">
    <h4>{HEADINGS.callNow}</h4>
    <CallRow emergency={emergency} />
  </div>
);

/** One large target for each number, with where it is answered. */
export const CallRow = ({ emergency }: { emergency: Numbers }): ReactNode => (
  <ul className="call">
    {emergency.map(({ number, where }) => (
      <li key={number}>
        <a href={`tel:${number}`}>
          <span className="vh">Call </span>
          {number} <small>{where}</small>
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
const byUrgency = <Item,>(items: Item[], entryOf: (item: Item) => LibraryEntry): Group<Item>[] =>
  [...URGENCIES, null]
    .map((urgency) => ({ urgency, of: items.filter((item) => entryOf(item).urgency === urgency) }))
    .filter(({ of }) => of.length > 0);
