import { startProxy } from './proxy.ts';
import { call, login, percentiles, until, type Percentiles } from './publish-latency.ts';

/** How long after the answer to `withdraw` a page may still be read, through the proxy, in milliseconds. */
async function measureWithdrawal(url: string, proxy: string, rounds: number): Promise<Percentiles> {
  const reviewer = await login(url, 'reviewer@example.com');
  const path = `/api/treatments?limit=${rounds}&depth=0&sort=-slug&draft=true`;
  const { docs } = await call<{ docs: { id: number | string; slug: string }[] }>(url, reviewer, 'GET', path);
  const times: number[] = [];
  for (const { id, slug } of docs) {
    const entry = `/api/treatments/${id}`;
    const page = `${proxy}/treatments/${slug}`;
    const { live } = await call<{ live: { revision: string } | null }>(url, reviewer, 'GET', `${entry}/review`);
    if (!live) continue;
    await fetch(page);
    await call(url, reviewer, 'POST', `${entry}/withdraw`, { revision: live.revision, reason: 'inaccurate' });
    times.push(await until(async () => (await fetch(page)).status === 410, performance.now()));
  }
  return percentiles(times);
}

/** The same behind a proxy of its own. */
export async function withdrawThroughProxy(url: string) {
  const proxy = await startProxy([url]);
  try {
    return await measureWithdrawal(url, proxy.url, 5);
  } finally {
    await proxy.stop();
  }
}
