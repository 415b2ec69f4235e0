import type { Coding } from './coding.ts';
import {
  codingOf,
  encodedNow,
  etagOf,
  fullHeaders,
  isNotModified,
  notModifiedHeaders,
  type Rendered,
} from './representation.ts';

/** An answer as it goes on the wire. */
export interface Wire {
  status: number;
  /** names in lower case and in their order, each followed by its value: what `response.writeHead` takes */
  headers: string[];
  /** null where an answer to GET has no body */
  body: Buffer | null;
}

/** The request headers that an answer depends on. */
export interface Asked {
  acceptEncoding: string;
  ifNoneMatch: string | null;
}

/** The answers of one page in one coding, each made when it is first asked for. */
interface Forms {
  etag: string;
  full: Wire | null;
  notModified: Wire | null;
}

export type MadeForms = Map<Coding, Forms>;

/** The answer for these request headers, its header block made once; null when the body is not encoded yet. */
export function toWire(rendered: Rendered, made: MadeForms, { acceptEncoding, ifNoneMatch }: Asked): Wire | null {
  const coding = codingOf(rendered.representation, acceptEncoding);
  const forms = made.get(coding) ?? { etag: etagOf(rendered.representation, coding), full: null, notModified: null };
  made.set(coding, forms);
  return ifNoneMatch !== null && isNotModified(rendered, forms.etag, ifNoneMatch)
    ? (forms.notModified ??= { status: 304, headers: inOrder(notModifiedHeaders(rendered, coding)), body: null })
    : (forms.full ??= fullAnswer(rendered, coding));
}

function fullAnswer(rendered: Rendered, coding: Coding): Wire | null {
  const body = encodedNow(rendered.representation, coding);
  return body && { status: rendered.status, headers: inOrder(fullHeaders(rendered, coding, body.length)), body };
}

/** Headers as a flat list, names in lower case and in alphabetical order. */
const inOrder = (headers: Record<string, string>): string[] =>
  Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat();
