import Negotiator from 'negotiator';

export type Coding = 'identity' | 'br' | 'gzip';

/** Browsers and crawlers send some dozens of different headers; a stranger may send any number. */
const MAX_KEPT = 500;
const kept = new Map<string, Coding>();

/** The best of our codings for an Accept-Encoding header (RFC 9110 §12.5.3); each header is parsed once. */
export function codingFor(acceptEncoding: string): Coding {
  const known = kept.get(acceptEncoding);
  if (known !== undefined) return known;
  const coding = negotiate(acceptEncoding);
  if (kept.size < MAX_KEPT && acceptEncoding.length < 200) kept.set(acceptEncoding, coding);
  return coding;
}

function negotiate(acceptEncoding: string): Coding {
  const acceptable = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } }).encodings(['br', 'gzip']);
  if (acceptable.includes('br')) return 'br';
  return acceptable.includes('gzip') ? 'gzip' : 'identity';
}
