import {
  codingOf,
  encodedNow,
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

/** The answer for these request headers, its header block made once; null when the body is not encoded yet. */
export function toWire(
  rendered: Rendered,
  made: Map<string, Wire>,
  { acceptEncoding, ifNoneMatch }: Asked,
): Wire | null {
  const { representation, status } = rendered;
  const coding = codingOf(representation, acceptEncoding);
  if (ifNoneMatch !== null && isNotModified(rendered, coding, ifNoneMatch)) {
    return remember(made, `304 ${coding}`, () => ({
      status: 304,
      headers: inOrder(notModifiedHeaders(rendered, coding)),
      body: null,
    }));
  }
  const body = encodedNow(representation, coding);
  if (body === null) return null;
  return remember(made, coding, () => ({ status, headers: inOrder(fullHeaders(rendered, coding, body.length)), body }));
}

/** Headers as a flat list, names in lower case and in alphabetical order. */
const inOrder = (headers: Record<string, string>): string[] =>
  Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat();

function remember(made: Map<string, Wire>, key: string, make: () => Wire): Wire {
  const known = made.get(key);
  if (known) return known;
  const wire = make();
  made.set(key, wire);
  return wire;
}
