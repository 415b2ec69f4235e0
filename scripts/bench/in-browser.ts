import { lighthouseVersion, measureLighthouse } from './lighthouse.ts';
import { measureLoading } from './loading.ts';
import { loadNow } from './machine.ts';
import { LISTED_KINDS, PAGE_KINDS } from './page-kinds.ts';

/** How soon each kind of page is there, as a table. */
export async function loadingOf(url: string) {
  const loading = await measureLoading(url, PAGE_KINDS);
  console.log(`\nLoading on a slow phone and slow 4G, beside a bare page of as many bytes (ms; load ${loadNow()})`);
  console.table(loading);
  return loading;
}

/** What Lighthouse says of each kind of page, as a table; the bench fails when points were lost. */
export async function judgedOf(url: string) {
  const judged = await measureLighthouse(url, LISTED_KINDS);
  console.log(`\nLighthouse ${lighthouseVersion()}, of 100 (load ${loadNow()})`);
  console.table(Object.fromEntries(Object.entries(judged).map(([kind, { scores }]) => [kind, scores])));
  const lost = Object.entries(judged).flatMap(([kind, page]) => page.lost.map((audit) => `${kind}: ${audit}`));
  if (lost.length > 0) {
    console.error(`Points were lost:\n${lost.join('\n')}`);
    process.exitCode = 1;
  }
  return judged;
}
