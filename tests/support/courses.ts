import type { Payload } from 'payload';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { NEXT_REVIEW } from './entries.ts';
import type { Staff } from './people.ts';

export interface LessonInput {
  key: string;
  entries: { relationTo: 'guides' | 'causes' | 'treatments' | 'red-flags'; value: DocumentId }[];
  delayDays: number;
}

/** What the mail shows of entries of the tests beside their summaries. */
const SHOWN = { guides: 'intro', causes: 'what-it-is', treatments: 'how-to', 'red-flags': 'explanation' };

/** A course that meets every requirement; its entries must be live before it can be. */
export const aCourseDraft = (payload: Payload, { editor }: Staff, lessons: LessonInput[], slug = 'sore-hip-course') =>
  payload.create({
    collection: 'courses',
    draft: true,
    user: editor,
    overrideAccess: false,
    data: {
      title: 'A course about sore hips',
      slug,
      summary: 'Short lessons about sore hips, one at a time.',
      reviewDue: NEXT_REVIEW,
      sendAt: '08:00',
      weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      lessons: lessons.map((lesson) => ({
        ...lesson,
        entries: lesson.entries.map((entry) => ({ entry, parts: [{ part: SHOWN[entry.relationTo] }] })),
        subject: `Lesson ${lesson.key}`,
        preheader: 'A short lesson about sore hips.',
        intro: 'Welcome to this lesson about sore hips.',
        outro: 'Until the next lesson, take care of your hip.',
      })),
    } as never,
  });
