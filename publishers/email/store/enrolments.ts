import type { Where } from 'payload';
import { inGroups } from '../in-groups.ts';
import { count, date, text, textOrNull, toStored, type Documents, type Stored } from './documents.ts';

export type EnrolmentStatus = 'requested' | 'active' | 'paused' | 'finished' | 'unsubscribed' | 'ended';

export interface Enrolment {
  uid: string;
  subscriberUid: string;
  email: string;
  courseUid: string;
  courseTitle: string;
  status: EnrolmentStatus;
  endedBecause: string | null;
  timeZone: string;
  /** how many times the course was asked for; each has a confirmation mail of its own */
  requests: number;
  requestedAt: Date | null;
  requestedTimeZone: string | null;
  consentWording: string | null;
  consentAt: Date | null;
  confirmedAt: Date | null;
  unsubscribedAt: Date | null;
  /** goes up when the course is taken again */
  round: number;
  nextLessonKey: string | null;
  nextDueAt: Date | null;
  heldBack: string | null;
  /** tries in a row that could not plan the next lesson */
  failures: number;
  /** why no lesson can be planned; null unless it failed again and again */
  setAside: string | null;
  /** wants no mail at all, corrections included */
  nothingMore: boolean;
}

export type EnrolmentChange = Partial<Omit<Enrolment, 'uid' | 'subscriberUid' | 'courseUid'>>;

export interface Enrolments {
  byUid(uid: string): Promise<Enrolment | null>;
  ofSubscriber(subscriberUid: string): Promise<Enrolment[]>;
  /** Active ones whose next lesson is due, the longest waiting first; a page of them behind `after`. */
  due(now: Date, limit: number, after?: Enrolment): Promise<Enrolment[]>;
  /** The same of those that their readers paused. */
  pausedAndDue(now: Date, limit: number, after?: Enrolment): Promise<Enrolment[]>;
  /** The enrolment of a person in a course, made if there is none. */
  have(
    fresh: Pick<Enrolment, 'uid' | 'subscriberUid' | 'email' | 'courseUid' | 'courseTitle' | 'timeZone'>,
  ): Promise<Enrolment>;
  /** Changes it if it is still as `expected`; null when it is not. */
  change(expected: { uid: string } & EnrolmentChange, change: EnrolmentChange): Promise<Enrolment | null>;
  /** The same of many. */
  changeEach(changes: { expected: { uid: string } & EnrolmentChange; change: EnrolmentChange }[]): Promise<unknown>;
  remove(uid: string): Promise<void>;
}

/** As the index has them; Payload would sort by the newest behind it. */
const DUE_ORDER = ['nextDueAt', 'uid', 'createdAt'];
/** More courses than anyone takes. */
const MANY = 1000;

export function createEnrolments(documents: Documents): Enrolments {
  const byField = async (field: string, value: string) => {
    const stored = await documents.findOne('enrolments', { [field]: { equals: value } });
    return stored && toEnrolment(stored);
  };
  const dueAs =
    (status: EnrolmentStatus): Enrolments['due'] =>
    async (now, limit, after) => {
      const due = { status: { equals: status }, nextDueAt: { less_than_equal: now.toISOString() } };
      const where = after ? { and: [due, behind(after)] } : due;
      return (await documents.find('enrolments', where, { limit, sort: DUE_ORDER })).map(toEnrolment);
    };
  const byUid = inGroups(async (uids: string[]) => {
    const found = await documents.findRows({ collection: 'enrolments', where: { uid: [...new Set(uids)] } });
    const all = new Map(found.map((stored) => [text(stored, 'uid'), toEnrolment(stored)]));
    return uids.map((uid) => all.get(uid) ?? null);
  });
  return {
    byUid,
    async ofSubscriber(subscriberUid) {
      const found = await documents.find(
        'enrolments',
        { subscriberUid: { equals: subscriberUid } },
        { limit: MANY, sort: 'uid' },
      );
      return found.map(toEnrolment);
    },
    due: dueAs('active'),
    pausedAndDue: dueAs('paused'),
    async have(fresh) {
      const enrolmentKey = `${fresh.subscriberUid}|${fresh.courseUid}`;
      const start = { status: 'requested', requests: 0, round: 0 };
      await documents.insertOnce('enrolments', 'enrolmentKey', { ...fresh, ...start, enrolmentKey });
      const enrolment = await byField('enrolmentKey', enrolmentKey);
      if (!enrolment) throw new Error('an enrolment was erased while being looked up');
      return enrolment;
    },
    async change(expected, change) {
      const where = Object.entries(toStored(expected)).map(([field, value]) => ({ [field]: { equals: value } }));
      const changed = await documents.change('enrolments', { and: where }, toStored(change));
      return changed && toEnrolment(changed);
    },
    changeEach: (changes) =>
      documents.changeEach(
        'enrolments',
        changes.map(({ expected: { uid, ...expect }, change }) => ({
          uid,
          expect: toStored(expect),
          set: toStored(change),
        })),
      ),
    remove: (uid) => documents.remove('enrolments', { uid: { equals: uid } }),
  };
}

/** Later in the order of due time and uid. */
function behind({ nextDueAt, uid }: Enrolment): Where {
  const at = (nextDueAt ?? new Date(0)).toISOString();
  return {
    nextDueAt: { greater_than_equal: at },
    or: [{ nextDueAt: { greater_than: at } }, { and: [{ nextDueAt: { equals: at } }, { uid: { greater_than: uid } }] }],
  };
}

const toEnrolment = (stored: Stored): Enrolment => ({
  uid: text(stored, 'uid'),
  subscriberUid: text(stored, 'subscriberUid'),
  email: text(stored, 'email'),
  courseUid: text(stored, 'courseUid'),
  courseTitle: text(stored, 'courseTitle'),
  status: text(stored, 'status') as EnrolmentStatus,
  endedBecause: textOrNull(stored, 'endedBecause'),
  timeZone: text(stored, 'timeZone'),
  requests: count(stored, 'requests'),
  requestedAt: date(stored, 'requestedAt'),
  requestedTimeZone: textOrNull(stored, 'requestedTimeZone'),
  consentWording: textOrNull(stored, 'consentWording'),
  consentAt: date(stored, 'consentAt'),
  confirmedAt: date(stored, 'confirmedAt'),
  unsubscribedAt: date(stored, 'unsubscribedAt'),
  round: count(stored, 'round'),
  nextLessonKey: textOrNull(stored, 'nextLessonKey'),
  nextDueAt: date(stored, 'nextDueAt'),
  heldBack: textOrNull(stored, 'heldBack'),
  failures: count(stored, 'failures'),
  setAside: textOrNull(stored, 'setAside'),
  nothingMore: stored.nothingMore === true,
});
