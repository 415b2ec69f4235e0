import { z } from 'zod';
import { CodedError } from '../../model/errors.ts';
import { parseCursor } from './cursor.ts';
import { TIMELINE_KINDS, type TimelineAsk } from './read-timeline.ts';

/** What addresses ask, of the API and of the desk alike. All throw `invalid-request`. */

const compared = z.object({ a: z.string().max(60), b: z.string().max(60) });
const ofADay = z.object({ on: z.iso.date() });
const ofATimeline = z.object({
  kind: z.enum(TIMELINE_KINDS).default('all'),
  from: z.string().max(40).optional(),
  until: z.iso.datetime({ offset: false }).optional(),
});

export function timelineAsk(query: unknown): TimelineAsk {
  const { kind, from, until } = parse(ofATimeline, query);
  return {
    kind,
    from: from === undefined ? null : parseCursor(from),
    until: until === undefined ? null : new Date(until).toISOString(),
  };
}

/** The names of two states. */
export const compareAsk = (query: unknown): { a: string; b: string } => parse(compared, query);

/** A day, YYYY-MM-DD. */
export const dayAsk = (query: unknown): string => parse(ofADay, query).on;

function parse<Schema extends z.ZodType>(schema: Schema, query: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(query ?? {});
  if (parsed.success) return parsed.data;
  throw new CodedError('invalid-request', z.prettifyError(parsed.error));
}
