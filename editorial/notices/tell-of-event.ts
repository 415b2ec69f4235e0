import type { PayloadRequest } from 'payload';
import type { Acting } from '../../model/person.ts';
import type { ReviewEvent } from '../../model/review-event.ts';
import type { Dossier } from '../records/dossier.ts';
import { approversOf, currentRound } from '../rules/state.ts';
import { mayAct, tells, TOLD_OF, type Group } from '../rules/who-is-told.ts';
import { inTheirPlace } from './in-their-place.ts';
import { notify, type Recipient } from './notify.ts';
import { readStaff } from './staff.ts';

/** What is asked of an entry to know who is told. */
type About = Pick<Dossier, 'uid' | 'type' | 'revision' | 'status' | 'events' | 'live' | 'approvalsNeeded'>;

/**
 * Tells whoever an event of an entry's history is about, in the transaction that appends it; `occasion` is the hash of
 * its line. Called where events are appended, so that no verb and no clock forgets it.
 */
export async function tellOfEvent(
  req: PayloadRequest,
  about: About,
  event: ReviewEvent,
  occasion: string,
): Promise<void> {
  const told = TOLD_OF[event.event];
  if (told === null || !tells(event, about)) return;
  const to: Recipient[] = [];
  for (const group of told.groups) to.push(...(await peopleOf(req, group, about, event)));
  await notify(req, {
    kind: told.kind,
    entry: { type: about.type, uid: about.uid, title: about.revision.content.title },
    to,
    // What an edit brings about by itself is no act of theirs in the history, and no news to them.
    by: event.actor ?? (req.user ? String(req.user.id) : null),
    occasion,
    detail: event.event === 'withdrawn' ? event.reason : event.comment,
    at: new Date(event.at),
  });
}

async function peopleOf(
  req: PayloadRequest,
  group: Group,
  { status, events, live }: About,
  event: ReviewEvent,
): Promise<Recipient[]> {
  switch (group) {
    case 'reviewers': {
      const approved = approversOf(currentRound(events, event.revision));
      const staff = await readStaff(req);
      const may = mayAct('approve', staff, [...status.editors, ...approved]);
      const isAble = ({ account }: { account: string }) => may.some(({ actor }) => actor === account);
      const asked = status.assignment.reviewers.map(({ account }) => account);
      const byName = inTheirPlace(asked, staff, { day: event.at.slice(0, 10), by: event.actor }).filter(isAble);
      return byName.length > 0 ? byName : may.map(({ actor }) => ({ account: actor, named: false }));
    }
    case 'writers':
      return [...named(status.editors), ...named([{ actor: status.assignment.author?.account ?? null, person: null }])];
    case 'authors':
      return named(status.authors);
    case 'submitter':
      return named(events.filter((one) => one.event === 'submitted').slice(-1));
    case 'approvers':
      return named(events.filter((one) => one.event === 'approved' && one.revision === live?.revision));
    case 'scheduler':
      return status.scheduledBy === null ? [] : [{ account: status.scheduledBy, named: true }];
  }
}

const named = (people: readonly Acting[]): Recipient[] =>
  people.flatMap(({ actor }) => (actor === null ? [] : [{ account: actor, named: true }]));
