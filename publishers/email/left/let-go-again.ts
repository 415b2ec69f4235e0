import { parseAddress } from '../address.ts';
import type { EmailContext } from '../email-context.ts';
import { suppressAddress } from '../record-turn.ts';
import { erase, pause, resume, takeComplaint, unsubscribe } from '../preferences.ts';
import type { Enrolment } from '../store/enrolments.ts';
import { KEEPS_NOTHING } from './left-file.ts';
import { leftDigest, type LeftLine } from './left-lines.ts';

/** What became of readers who left after a backup. */
export interface LetGo {
  /** whose lessons, or every mail, were ended or paused again, or whose data were erased again */
  readers: number;
  /** lessons of theirs that nobody has to decide on */
  discarded: number;
}

const PAGE = 100;
/** A line is written before the database is: one of the very moment of the backup may not be in it. */
const MARGIN_MS = 10 * 60_000;
const NOTE = 'The reader has left since the backup: it is taken for sent before.';

/**
 * For a ledger that was put back from a backup of `since`: lets go again whoever left after it, in the ways that they
 * chose. After `holdAfterRestore`, so that lessons that may have reached them meanwhile count for corrections; those
 * are not held any more. Whoever is known to have come back later stays. May be repeated.
 */
export async function letGoAgain(given: EmailContext, lines: readonly LeftLine[], since: Date): Promise<LetGo> {
  // What is read here is not to be written anew.
  const context: EmailContext = { ...given, left: KEEPS_NOTHING };
  const digest = leftDigest(given.secret);
  const byReader = new Map<string, LeftLine[]>();
  for (const line of lines.filter(({ at }) => Date.parse(at) >= since.getTime() - MARGIN_MS))
    byReader.set(line.who, [...(byReader.get(line.who) ?? []), line]);
  const counts: LetGo = { readers: 0, discarded: 0 };
  if (byReader.size === 0) return counts;
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: { uid: string; addressKey: string }[] = await context.store.subscribers.page(after, PAGE);
    for (const { uid, addressKey } of page) {
      const mine = byReader.get(digest.of(addressKey));
      if (!mine || !(await leaveAs(context, { uid, addressKey }, mine))) continue;
      counts.readers += 1;
      counts.discarded += await discardHeld(context, uid);
    }
    after = page.length < PAGE ? undefined : page.at(-1)?.uid;
  }
  return counts;
}

/** False when nothing had to be done. */
async function leaveAs(
  context: EmailContext,
  reader: { uid: string; addressKey: string },
  lines: readonly LeftLine[],
): Promise<boolean> {
  const { store } = context;
  const { addressKey } = reader;
  const enrolments = await store.enrolments.ofSubscriber(reader.uid);
  const [first] = enrolments;
  const address = parseAddress(addressKey);
  let isDone = false;
  if ('issue' in address) return isDone;
  if (lines.some(({ how }) => how === 'complained')) {
    await takeComplaint(context, address);
    isDone = true;
  }
  if (lines.some(({ how }) => how === 'bounced')) {
    await suppressAddress(context, addressKey, 'The mailbox was refused after the backup that was put back.');
    isDone = true;
  }
  const erased = lines.findLast(({ how }) => how === 'erased');
  // A request after it is of somebody who began again: that is in the backup, and so is the erasure.
  if (erased && first && !enrolments.some(({ requestedAt }) => isLater(requestedAt, erased))) {
    await erase(context, first.uid);
    return true;
  }
  for (const enrolment of enrolments) isDone = (await leaveCourse(context, enrolment, lines)) || isDone;
  return isDone;
}

/** As the reader left this course last, unless they came back to it; else as they paused or resumed it last. */
async function leaveCourse(context: EmailContext, enrolment: Enrolment, lines: readonly LeftLine[]): Promise<boolean> {
  const { uid, courseUid, confirmedAt } = enrolment;
  const ofCourse = lines.filter((line) => line.how === 'nothing' || line.course === courseUid);
  const standing = ofCourse
    .slice(ofCourse.findLastIndex(({ how }) => how === 'back') + 1)
    .filter((line) => !isLater(confirmedAt, line));
  if (!standing.some(({ how }) => how === 'lessons' || how === 'nothing'))
    return pauseAgain(context, enrolment, standing.at(-1)?.how);
  await unsubscribe(context, uid);
  if (standing.some(({ how }) => how === 'nothing'))
    await context.store.enrolments.change({ uid }, { nothingMore: true });
  return true;
}

async function pauseAgain(
  context: EmailContext,
  { uid, status }: Enrolment,
  last: LeftLine['how'] | undefined,
): Promise<boolean> {
  if (last === 'paused' && status === 'active') await pause(context, uid);
  else if (last === 'resumed' && status === 'paused') await resume(context, uid);
  else return false;
  return true;
}

const isLater = (moment: Date | null, { at }: LeftLine): boolean =>
  moment !== null && moment.getTime() > Date.parse(at);

async function discardHeld({ store }: EmailContext, subscriberUid: string): Promise<number> {
  let discarded = 0;
  for (const delivery of await store.deliveries.ofSubscriber(subscriberUid, 'lesson')) {
    const enrolment = await store.enrolments.byUid(delivery.enrolmentUid);
    if (delivery.state !== 'held-after-restore' || enrolment?.status !== 'unsubscribed') continue;
    const change = { note: NOTE, raw: null };
    if (await store.deliveries.advance(delivery, 'held-after-restore', 'discarded', change)) discarded += 1;
  }
  return discarded;
}
