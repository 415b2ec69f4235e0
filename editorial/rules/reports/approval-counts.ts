import type { ReviewEvent } from '../../../model/review-event.ts';

export type CountedEvent = Pick<ReviewEvent, 'entry' | 'event' | 'actor' | 'person' | 'actorName' | 'scope'>;

export interface ApprovalCount {
  /** as the last of these lines names them */
  name: string;
  approvals: number;
  /** approvals of somebody who had looked at all of the entry */
  whole: number;
  requests: number;
  renewals: number;
  /** distinct entries of all these acts */
  entries: number;
}

const COUNTED = { approved: 'approvals', 'changes-requested': 'requests', renewed: 'renewals' } as const;

/** What each person did as a reviewer, the busiest first. Persons are compared, not accounts. */
export function approvalCounts(events: readonly CountedEvent[]): ApprovalCount[] {
  const people = new Map<string, ApprovalCount & { uids: Set<string> }>();
  for (const { entry, event, actor, person, actorName, scope } of events) {
    if (!(event in COUNTED)) continue;
    const who = person ?? actor ?? actorName;
    const none = { name: '', approvals: 0, whole: 0, requests: 0, renewals: 0, entries: 0, uids: new Set<string>() };
    const one = people.get(who) ?? none;
    people.set(who, one);
    one.name = actorName;
    one[COUNTED[event as keyof typeof COUNTED]] += 1;
    if (event === 'approved' && scope === 'entry') one.whole += 1;
    one.entries = one.uids.add(entry).size;
  }
  return [...people.values()]
    .map(({ uids: _, ...count }) => count)
    .sort((a, b) => b.approvals - a.approvals || a.name.localeCompare(b.name, 'en'));
}
