/** Requests as a stranger may make them, for the property that none of them makes a channel fail. */
import fc from 'fast-check';
import { SITE_PATHS } from '../../../publishers/site/routes.ts';
import { PAGE_KINDS } from './page-kinds.ts';

const NASTY = [
  '\u0000',
  '\r\n',
  '\u202e',
  '\ud800',
  '%00',
  '%E0%A4%A',
  '%ff',
  '../',
  '..%2f',
  '<script>',
  '"',
  "'",
  '\\',
  '__proto__',
  'constructor',
  'NaN',
  '1e9',
  '-1',
  '0',
  '9'.repeat(40),
];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 20 }),
  fc.constantFrom(...NASTY),
  fc.constantFrom('hip', 'groin', 'gb', 'causes', 'a', '1', '5'),
);
const long = fc.nat({ max: 10_000 }).map((n) => 'hip \u202e'.repeat(Math.ceil(n / 5)).slice(0, n));
const segment = fc.oneof(
  text.map(encoded),
  text.map((one) => one.replaceAll(/[\s#?\\]/g, '')),
);

export interface Addresses {
  /** addresses where something is */
  known: readonly string[];
  /** patterns with `:name` for a segment of any text */
  declared: readonly string[];
}

const pathOf = ({ known, declared }: Addresses) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known) },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom(...declared)
        .chain((path) => segment.map((one) => path.replaceAll(/:\w+/g, () => one))),
    },
    { weight: 1, arbitrary: fc.array(segment, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`) },
  );
const NAMES = [
  'q',
  'type',
  'page',
  'letter',
  'location',
  'onset',
  'worse',
  'better',
  'since',
  'signs',
  'list',
  'release',
  'numbers',
  'since',
  'before',
  'limit',
  'log',
];
const pair = fc.tuple(
  fc.oneof(fc.constantFrom(...NAMES), text),
  fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: long }),
);
const query = fc
  .array(pair, { maxLength: 5 })
  .map((pairs) =>
    pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')}`,
  );
/** What HTTP lets a header hold; a server refuses the rest before a channel hears of it. */
const header = fc.oneof(text, long).map((one) => one.replaceAll(/[^\u0020-\u007e\u00a0-\u00ff]/g, '').trim());
const HEADERS: Record<string, string[]> = {
  'accept-encoding': ['br', 'gzip;q=0.5, br;q=0', '*;q=0', ',,,', 'identity;q=nonsense'],
  'if-none-match': ['*', '"x"', 'W/"x", "y"', '"'.repeat(99)],
  range: ['bytes=0-', 'bytes=-1', 'bytes=9-1', 'lines=1'],
  cookie: ['a=b', 'payload-token=x', '=; ;', 'numbers=gb'],
  host: ['example.org', 'localhost:3000', '[::1]', 'a b', ''],
  accept: ['application/json', 'text/html', '*/*', ';q=1,', 'text/html;q=2'],
  authorization: ['Bearer x', 'users API-Key x', 'JWT a.b.c', 'Basic ='],
  'content-type': ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=', 'x'],
  'x-forwarded-for': ['203.0.113.7', '127.0.0.1, ::1', ',,', 'unknown'],
  origin: ['https://example.org', 'null', 'http://localhost:3000'],
  'accept-language': ['de', '*;q=0', 'x-'],
};
const headers = fc.record(
  Object.fromEntries(
    Object.entries(HEADERS).map(([name, known]) => [name, fc.oneof(fc.constantFrom(...known), header)]),
  ),
  { requiredKeys: [] },
);

export interface AnyRequest {
  target: string;
  method: string;
  headers: Record<string, string>;
  body: string | null;
}

const body = fc.oneof(
  fc.constantFrom('{}', '[]', 'null', '{"a":', '{"__proto__":{"a":1}}', 'email=a&consent=yes', '--x\r\n', 'action='),
  fc.json({ maxDepth: 2 }),
  text,
  long,
);

/** Any request to these addresses, to others like them and to none. */
export const requestsTo = (addresses: Addresses): fc.Arbitrary<AnyRequest> =>
  fc
    .record({
      target: fc.tuple(pathOf(addresses), query).map((parts) => parts.join('')),
      method: fc.constantFrom('GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE', 'PUT', 'PATCH'),
      headers,
      body: fc.option(body),
    })
    .filter(({ target }) => URL.canParse(`https://example.org${target}`))
    .map((request) => ({ ...request, headers: given(request.headers) }));

/** To the site. */
export const anyRequest: fc.Arbitrary<AnyRequest> = requestsTo({
  known: PAGE_KINDS.map(([one]) => one.split('?')[0] ?? '/'),
  declared: SITE_PATHS,
});

function given(headers: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Percent-encoded, halves of surrogate pairs too. */
function encoded(value: string): string {
  return encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, '')).replaceAll('%25', '%');
}

/** Characters that an answer must not repeat: controls, and what turns the direction of a text. */
const RAW = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** What is wrong with an answer; null when nothing is. */
export async function wrongWith(response: Response): Promise<string | null> {
  if (response.status >= 500) return `status ${response.status}`;
  const type = response.headers.get('content-type') ?? '';
  if (response.headers.has('content-encoding') || !/^(text|application)\//.test(type)) return null;
  return RAW.test(await response.text()) ? 'repeats raw control characters' : null;
}
