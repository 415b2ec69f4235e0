import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';

export interface Percentiles {
  p50: number;
  p95: number;
}

export interface PublishLatency {
  rounds: number;
  /** the answer to approve, in ms */
  approve: Percentiles;
  /** from sending approve until the page has the new text, in ms */
  site: Percentiles;
  /** from sending approve until the feed has the new text, in ms */
  feed: Percentiles;
}

const PASSWORD = 'imprimatur-demo';
type Asked = 'revision' | 'minimumChangeKind' | 'approvalsNeeded';

/** How long readers wait for an approved text: edits one entry again and again, through HTTP alone. */
export async function measurePublishLatency(url: string, rounds: number): Promise<PublishLatency> {
  const editor = await login(url, 'editor@example.com');
  const reviewer = await login(url, 'reviewer@example.com');
  const secondReviewer = await login(url, 'second-reviewer@example.com');
  const found = await call<{ docs: { id: number | string; slug: string }[] }>(
    url,
    editor,
    'GET',
    '/api/causes?where[slug][equals]=labral-tear&depth=0',
  );
  const entry = found.docs[0];
  if (!entry) throw new Error('seed the library first');
  const times = { approve: [] as number[], site: [] as number[], feed: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const text = `A tear of the rim around the hip socket. Measured text number ${round} of ${Date.now()}.`;
    await call(url, editor, 'PATCH', `/api/causes/${entry.id}?draft=true&depth=0`, { summary: text });
    const { revision, minimumChangeKind, approvalsNeeded } = await call<Pick<ReviewSheet, Asked>>(
      url,
      editor,
      'GET',
      `/api/causes/${entry.id}/review`,
    );
    await call(url, editor, 'POST', `/api/causes/${entry.id}/submit-for-review`, {
      revision,
      changeKind: minimumChangeKind,
      changeNote: 'Measured.',
    });
    if (approvalsNeeded > 1) {
      await call(url, secondReviewer, 'POST', `/api/causes/${entry.id}/approve`, { revision });
    }
    const started = performance.now();
    const seen = (path: string) => until(async () => (await (await fetch(url + path)).text()).includes(text), started);
    const approve = call<{ state: string }>(url, reviewer, 'POST', `/api/causes/${entry.id}/approve`, {
      revision,
      release: true,
    });
    const [site, feed] = await Promise.all([
      seen(`/causes/${entry.slug}`),
      seen('/feed.json'),
      approve.then(() => times.approve.push(performance.now() - started)),
    ]);
    times.site.push(site);
    times.feed.push(feed);
  }
  return { rounds, approve: percentiles(times.approve), site: percentiles(times.site), feed: percentiles(times.feed) };
}

/** Milliseconds from `started` until the check holds. */
export async function until(check: () => Promise<boolean>, started: number): Promise<number> {
  for (;;) {
    if (await check()) return performance.now() - started;
    if (performance.now() - started > 20_000) throw new Error('the text never reached readers');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function percentiles(values: number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}

export async function login(url: string, email: string): Promise<string> {
  const { token } = await call<{ token: string }>(url, '', 'POST', '/api/users/login', { email, password: PASSWORD });
  return token;
}

export async function call<T>(url: string, token: string, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
