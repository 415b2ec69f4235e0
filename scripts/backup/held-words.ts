import { z } from 'zod';
import type { WhichHeld } from '../../publishers/email/decide-held.ts';
import type { Delivery } from '../../publishers/email/store/delivery.ts';
import { Refusal } from './manifest.ts';
import { isOrAre } from './words.ts';

interface Options {
  release: boolean;
  discard: boolean;
  all: boolean;
  kind?: string | undefined;
  course?: string | undefined;
  lesson?: string | undefined;
  delivery?: string | undefined;
}

const kind = z.enum(['lesson', 'confirmation']).optional();

/** Which mails the options name, and what is to become of them; no decision when they only ask. Throws `Refusal`. */
export function whichOf(options: Options): WhichHeld & { decision: 'release' | 'discard' | null } {
  const { release, discard, all, course, lesson, delivery } = options;
  const said = kind.safeParse(options.kind);
  if (!said.success) throw new Refusal('--kind is lesson or confirmation.');
  const which = { kind: said.data, courseUid: course, lessonKey: lesson, uid: delivery };
  if (release && discard) throw new Refusal('Either --release or --discard.');
  const isNamed = Object.values(which).some((value) => value !== undefined);
  if ((release || discard) && isNamed === all)
    throw new Refusal('Say which mails: --all, or any of --kind, --course, --lesson and --delivery.');
  return { ...which, decision: release ? 'release' : discard ? 'discard' : null };
}

/** What is held, corrections first, although they are not: whoever decides sees them. */
export function heldLines(held: readonly Delivery[], corrections: readonly Delivery[]): string[] {
  const lines = [...groupsOf(corrections)].map(([name, group]) => `goes by itself: ${group.length} × ${name}`);
  if (held.length === 0) return [...lines, 'No mail is held.'];
  return [
    ...lines,
    ...[...groupsOf(held)].map(([name, group]) => `held: ${group.length} × ${name}; ${dueOf(group)}`),
    ...(held.length <= 20 ? held.map(({ uid, recipient, lessonKey }) => `  ${uid}  ${lessonKey}  ${recipient}`) : []),
    'To send: npm run release-held -- --release --all. Not to send, because they were sent: --discard.',
    'Instead of --all: --kind, --course, --lesson, --delivery.',
  ];
}

function groupsOf(mails: readonly Delivery[]): Map<string, Delivery[]> {
  const groups = new Map<string, Delivery[]>();
  for (const mail of mails) {
    const name = `${mail.kind} “${mail.lessonKey}” of course ${mail.courseUid}`;
    groups.set(name, [...(groups.get(name) ?? []), mail]);
  }
  return groups;
}

function dueOf(group: readonly Delivery[]): string {
  const times = group.map(({ plannedAt }) => plannedAt.toISOString()).sort();
  const [first = ''] = times;
  const last = times.at(-1) ?? first;
  return first === last ? `due ${first}` : `due ${first} to ${last}`;
}

export const decidedWords = (count: number, decision: 'release' | 'discard'): string =>
  decision === 'release'
    ? isOrAre(count, 'mail goes out', 'mails go out')
    : isOrAre(count, 'mail is not sent', 'mails are not sent');
