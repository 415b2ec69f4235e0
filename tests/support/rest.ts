import { handleEndpoints, type Payload } from 'payload';
import { door } from '../../app/(payload)/api/door.ts';
import { PASSWORD } from './people.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** the body when it is JSON, else null */
  json: Record<string, unknown> | null;
}

export interface Ask {
  /** JWT of a login */
  token?: string;
  body?: unknown;
  /** sent as it is, instead of `body` */
  raw?: BodyInit;
  headers?: Record<string, string>;
}

export type Rest = (method: string, path: string, ask?: Ask) => Promise<Answer>;

const ORIGIN = 'http://localhost:3000';

/** Payload's REST API of this instance, as the catch-all route of the app runs it. */
export function restOf(payload: Payload): Rest {
  const key = `rest-${Math.random()}`;
  instances().set(key, { payload, promise: null, reload: false, initializedCrons: true, ws: null });
  const { config } = payload;
  const answer = door(Promise.resolve(config), (request) =>
    handleEndpoints({ config, request, payloadInstanceCacheKey: key }),
  );
  return async (method, path, ask = {}) => {
    const request = new Request(`${ORIGIN}${path}`, init(method, ask));
    return read(await answer(request));
  };
}

/** The GraphQL endpoint of this instance, as the app's route answers it. Answers are always read as JSON. */
export async function graphqlOf(payload: Payload): Promise<(query: string, ask?: Ask) => Promise<Answer>> {
  const { graphqlForStaff } = await import('../../app/(payload)/api/graphql/for-staff.ts');
  // One for all questions, as of the app: those in each other's way take turns by it.
  const config = Promise.resolve(payload.config);
  return async (query, ask = {}) => {
    forgetSchema();
    instances().set('default', { payload, promise: null, reload: false, initializedCrons: true, ws: null });
    const handler = door(config, graphqlForStaff(config));
    return read(await handler(new Request(`${ORIGIN}/api/graphql`, init('POST', { ...ask, body: { query } }))));
  };
}

/** The accounts that `createStaff` makes, by the first part of their address. */
type Account = 'editor' | 'reviewer' | 'second-reviewer' | 'mailer' | 'admin';

/** The API of a system that starts later: `rest` asks it, `tokenOf` logs one of the staff in, once. */
export function apiOf(system: { payload: Payload }): { rest: Rest; tokenOf: (who: Account) => Promise<string> } {
  let started: Rest | null = null;
  const rest: Rest = (...request) => (started ??= restOf(system.payload))(...request);
  const tokens = new Map<Account, Promise<string>>();
  const tokenOf = (who: Account): Promise<string> => {
    const token = tokens.get(who) ?? login(rest, `${who}@example.com`);
    tokens.set(who, token);
    return token;
  };
  return { rest, tokenOf };
}

/** A session token, by the same login as the admin's. */
export async function login(rest: Rest, email: string, password = PASSWORD): Promise<string> {
  const { status, json } = await rest('POST', '/api/users/login', { body: { email, password } });
  if (status !== 200 || typeof json?.token !== 'string') throw new Error(`login answered ${status}`);
  return json.token;
}

function init(method: string, { token, body, raw, headers = {} }: Ask): RequestInit {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    method,
    headers: {
      ...(token ? { Authorization: `JWT ${token}` } : {}),
      ...(sent === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
    ...(raw instanceof ReadableStream ? { duplex: 'half' } : {}),
  };
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  let json: Answer['json'] = null;
  try {
    json = JSON.parse(text) as Answer['json'];
  } catch {
    // not JSON: the caller sees the text
  }
  return { status: response.status, headers: response.headers, text, json };
}

/** Payload keeps one schema per process; each database has ids of its own type. */
function forgetSchema(): void {
  const cache = (globalThis as unknown as { _payload_graphql?: { graphql: unknown; promise: unknown } })
    ._payload_graphql;
  if (cache) Object.assign(cache, { graphql: null, promise: null });
}

const instances = () => (globalThis as unknown as { _payload: Map<string, unknown> })._payload;
