import { groupsOf, whichHeld, type HeldGroup, type WhichHeld } from '../../publishers/email/which-held.ts';
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

/** Which mails the options name, and what is to become of them; no decision when they only ask. Throws `Refusal`. */
export function whichOf(options: Options): { decision: null } | { decision: 'release' | 'discard'; which: WhichHeld } {
  const { release, discard, ...said } = options;
  if (release && discard) throw new Refusal('Either --release or --discard.');
  if (!release && !discard) return { decision: null };
  const which = whichHeld(said);
  if (which === null)
    throw new Refusal(
      'Say which mails: --all, or any of --kind (lesson or confirmation), --course, --lesson and --delivery.',
    );
  return { decision: release ? 'release' : 'discard', which };
}

/** What is held, corrections first, although they are not: whoever decides sees them. */
export function heldLines(held: readonly Delivery[], corrections: readonly Delivery[]): string[] {
  const lines = groupsOf(corrections).map((group) => `goes by itself: ${nameOf(group)}`);
  if (held.length === 0) return [...lines, 'No mail is held.'];
  return [
    ...lines,
    ...groupsOf(held).map((group) => `held: ${nameOf(group)}; ${dueOf(group)}`),
    ...(held.length <= 20 ? held.map(({ uid, recipient, lessonKey }) => `  ${uid}  ${lessonKey}  ${recipient}`) : []),
    'To send: npm run release-held -- --release --all. Not to send, because they were sent: --discard.',
    'Instead of --all: --kind, --course, --lesson, --delivery.',
  ];
}

const nameOf = ({ mails, kind, lessonKey, courseUid }: HeldGroup): string =>
  `${mails.length} × ${kind} “${lessonKey}” of course ${courseUid}`;

const dueOf = ({ first, last }: HeldGroup): string =>
  first.getTime() === last.getTime()
    ? `due ${first.toISOString()}`
    : `due ${first.toISOString()} to ${last.toISOString()}`;

export const decidedWords = (count: number, decision: 'release' | 'discard'): string =>
  decision === 'release'
    ? isOrAre(count, 'mail goes out', 'mails go out')
    : isOrAre(count, 'mail is not sent', 'mails are not sent');
