import { z } from 'zod';
import { CHANNELS_SHOWN } from './channels-shown.ts';

const lesson = z
  .string()
  .max(200)
  .regex(/^[0-9a-zA-Z-]{1,64}:[a-z0-9-]{1,100}$/)
  .transform((text) => {
    const [course = '', key = ''] = text.split(':');
    return { course, key };
  });
const flag = z.enum(['0', '1']).transform((text) => text === '1');

const query = z.object({
  channel: z.enum(CHANNELS_SHOWN),
  /** of a mail: uid of the course and key of the lesson; the first that there is unless said */
  lesson: lesson.optional(),
  /** the course of the lesson as its draft is, not as it is live */
  course: z.enum(['live', 'draft']).default('live'),
  /** what changed against what readers have is marked */
  marks: flag.default(false),
  /** the draft unless said; what readers have; or a revision that was ever released */
  revision: z.union([z.literal('live'), z.string().regex(/^[0-9a-f]{64}$/)]).optional(),
  /** of a mail its text, of a feed item its JSON alone */
  part: z.enum(['html', 'text', 'json']).default('html'),
});

/** What a preview was asked for, from the query of its address. */
export type Asked = z.infer<typeof query>;

/** Null with the names of what cannot be read. */
export function askedFor(search: URLSearchParams): { asked: Asked; wrong: null } | { asked: null; wrong: string[] } {
  const { data, error } = query.safeParse(Object.fromEntries(search));
  return data
    ? { asked: data, wrong: null }
    : { asked: null, wrong: [...new Set(error.issues.map(({ path }) => path.map(String).join('.')))] };
}
