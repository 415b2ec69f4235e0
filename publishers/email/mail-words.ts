import type { LessonContent } from '../../model/entries/course.ts';
import { redFlagsOf } from '../../model/entries/references.ts';
import type { Release, ReleasedRow } from '../../model/release-row.ts';
import type { Library } from '../../release-log/library.ts';
import type { EmailContext } from './email-context.ts';
import { dayOf } from '../wording/dates.ts';
import { beginsHeld, gatherLesson, liveCourse, liveSigns, rowsIn } from './lesson-material.ts';
import type { RenderedMail } from './render-mail.ts';
import type { Content, Delivery } from './store/delivery.ts';
import type { Enrolment } from './store/enrolments.ts';

/** Why a mail is not made: for good, or as long as what it would carry is past its review date. */
export interface NotMade {
  status: 'never' | 'held-back';
  note: string;
}

/** What a mail says, before it is addressed to one person. */
interface Words {
  rendered: RenderedMail;
  contents: Content[];
  inReplyTo?: string;
}

/** What a delivery says by the library as it is now. */
export function wordsOf(
  context: EmailContext,
  library: Library,
  delivery: Delivery,
  enrolment: Enrolment,
  original: Delivery | null,
): Promise<Words | NotMade> {
  switch (delivery.kind) {
    case 'notice':
      // Made of notices, not of releases.
      return Promise.reject(new TypeError('a notice is made of no release'));
    case 'confirmation':
      return confirmationWords(context, library, delivery, enrolment);
    case 'lesson':
      return lessonWords(context, library, delivery);
    case 'correction':
      return correctionWords(context, library, delivery, enrolment, original);
  }
}

const COURSE_GONE: NotMade = { status: 'never', note: 'The course was withdrawn.' };

async function confirmationWords(
  { renderer, now }: EmailContext,
  library: Library,
  { courseUid }: Delivery,
  { status }: Enrolment,
): Promise<Words | NotMade> {
  const course = await liveCourse(library, courseUid);
  if (!course) return COURSE_GONE;
  const alreadyTaking = status === 'active' || status === 'paused';
  const rendered = await renderer.confirmation(course.content, course.row.seq, {
    alreadyTaking,
    held: await beginsHeld(library, course.content, now()),
  });
  return { rendered, contents: [contentOf(course.row)] };
}

async function lessonWords(
  { renderer, now }: EmailContext,
  library: Library,
  delivery: Delivery,
): Promise<Words | NotMade> {
  const gathered = await gatherLesson(library, delivery.courseUid, delivery.lessonKey, now());
  switch (gathered.status) {
    case 'course-gone':
      return COURSE_GONE;
    case 'lesson-gone':
      return { status: 'never', note: 'The course no longer has this lesson.' };
    case 'held-back':
      return { status: 'held-back', note: gathered.reason };
    case 'ready': {
      const rendered = await renderer.lesson(gathered.material, delivery.resumes);
      return { rendered, contents: rowsIn(gathered.material).map(contentOf) };
    }
  }
}

async function correctionWords(
  { renderer, releaseLog, now }: EmailContext,
  library: Library,
  { correctionSeq }: Delivery,
  { courseTitle }: Enrolment,
  original: Delivery | null,
): Promise<Words | NotMade> {
  const row = await releaseLog.bySeq(correctionSeq ?? 0);
  if (!row || !original) return { status: 'never', note: 'There is nothing to correct.' };
  const shown = await asItIsNow(library, row);
  if (!shown) return { status: 'never', note: 'A later correction of the same entry has a mail of its own.' };
  const instead = shown.kind === 'withdrawn' && shown.replacedBy ? library.live(shown.replacedBy) : null;
  const lesson = shown.kind === 'released' ? correctedLesson(shown, original.lessonKey) : null;
  const named = shown.kind === 'released' ? (lesson?.redFlags ?? redFlagsOf(shown.snapshot)) : [];
  const signs = await liveSigns(library, named, dayOf(now()));
  const rendered = await renderer.correction({
    row: shown,
    instead,
    lesson,
    signs,
    courseTitle,
    lessonSubject: original.subject ?? courseTitle,
    lessonSentAt: (original.acceptedAt ?? original.plannedAt).toISOString(),
  });
  const contents = [shown, ...signs].map(contentOf);
  return { rendered, contents, ...(original.messageId ? { inReplyTo: original.messageId } : {}) };
}

/** The own words of a lesson as its course has them now; null where something else was corrected. */
const correctedLesson = ({ snapshot }: ReleasedRow, key: string): LessonContent | null =>
  snapshot.type === 'course' ? (snapshot.lessons.find((lesson) => lesson.key === key) ?? null) : null;

/** What readers get now in place of the corrected text; null when a later row corrects it again. */
async function asItIsNow(library: Library, row: Release): Promise<Release | null> {
  const gone = library.withdrawn(row.uid);
  if (gone) return gone.seq === row.seq ? row : null;
  const current: ReleasedRow | null = await library.released(row.uid);
  if (!current || current.seq === row.seq) return current;
  if (current.changeKind === 'safety') return null;
  return row.kind === 'withdrawn' ? current : { ...current, changeNote: row.changeNote };
}

const contentOf = ({ uid, seq, revision }: Release): Content => ({ uid, seq, revision });
