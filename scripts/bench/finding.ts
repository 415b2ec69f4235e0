import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { transact } from '../../database/transact.ts';
import { runningTexts } from '../../model/entries/running-texts.ts';
import type { Prose } from '../../model/prose.ts';
import type { ReleasedRow } from '../../model/release-row.ts';
import { toRevision } from '../../model/revision.ts';
import { createPageCache } from '../../publishers/http/page-cache.ts';
import { createSitePublisher } from '../../publishers/site/site-publisher.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { createLibrary } from '../../release-log/library.ts';
import { createReleaseLog, type ReleaseLog } from '../../release-log/read-rows.ts';
import { signingKeyOf } from '../../release-log/signing-key.ts';
import { percentiles, type Percentiles } from './publish-latency.ts';

export interface FindingFigures {
  liveEntries: number;
  /** from the first search until the index has every text, in s */
  buildS: number;
  /** heap that the index keeps, the log's own index and the cache of rows included, in MB */
  heapMb: number;
  /** longest time that the index kept everything else waiting while it was built, in ms */
  longestPauseMs: number;
  /** the most processor time of this process, all threads, within one such pause: others on the machine lengthen only the other */
  longestPauseCpuMs: number;
  /** milliseconds to a whole page, by what is asked, and of processor: others on the machine lengthen the first alone */
  answers: Record<string, Percentiles & { cpuP50: number; cpuP95: number }>;
}

const BATCH = 500;
const ASKED = 200;
const BODY_WORDS = 500;

/** Adds causes whose words are those of the library, mixed anew, and one word of its own for each. */
export async function fillVaried(payload: Payload, entries: number): Promise<void> {
  const signingKey = await signingKeyOf(payload);
  const rows = await releasedRows(createReleaseLog(payload));
  const model = rows.find(({ type }) => type === 'cause');
  if (!model) throw new Error('seed the library first');
  const mix = mixer(wordsOf(rows));
  for (let made = 0; made < entries; made += BATCH) {
    await transact(payload, async (req) => {
      for (let i = made; i < Math.min(made + BATCH, entries); i += 1)
        await appendRow(req, variedCopy(model, mix, i), { live: null, signingKey });
    });
  }
}

/** How long finding takes in one process, from the request to the bytes. */
export async function measureFinding(payload: Payload): Promise<FindingFigures> {
  const log = createReleaseLog(payload);
  const mix = mixer(wordsOf(await releasedRows(log)));
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const { current } = createLibrary({ log, now: () => performance.now() });
  const library = await current();
  const site = createSitePublisher({
    ...{ siteUrl: 'http://127.0.0.1', demo: false, library: current, now: () => new Date() },
    pages: createPageCache({ maxBytes: 96 * 1024 * 1024, now: () => new Date() }),
    figureFile: () => Promise.resolve(null),
  });
  const ask = async (path: string) => (await site.respond(new Request(`http://127.0.0.1${path}`))).text();
  const search = (words: string) => ask(`/search?q=${encodeURIComponent(words)}`);

  const began = performance.now();
  const pauses = watchPauses();
  while ((await search('nothing')).includes('still reading')) await new Promise((go) => setTimeout(go, 100));
  const buildS = Math.round((performance.now() - began) / 100) / 10;
  const longestPause = pauses.end();
  globalThis.gc?.();
  const heapMb = Math.round((process.memoryUsage().heapUsed - heapBefore) / 2 ** 20);

  const kinds: Record<string, () => Promise<string>> = {
    'search, one word': () => search(mix(1)),
    'search, two words': () => search(mix(2)),
    'search, five words': () => search(mix(5)),
    'search, a typo': () => search(mix(1).replace(/^(..)./, '$1')),
    'search, a code': () => search('M16.1'),
    'A to Z, a letter': () => ask(`/a-z?letter=${'abcdefghij'.charAt(Math.floor(Math.random() * 10))}`),
    'finder, a place': () => ask('/find?guide=hip-pain&location=groin'),
  };
  const answers: FindingFigures['answers'] = {};
  for (const [kind, once] of Object.entries(kinds)) {
    for (let i = 0; i < 20; i += 1) await once();
    const times: number[] = [];
    const processor: number[] = [];
    for (let i = 0; i < ASKED; i += 1) {
      const at = performance.now();
      const before = process.cpuUsage();
      await once();
      times.push(performance.now() - at);
      const { user, system } = process.cpuUsage(before);
      processor.push((user + system) / 1000);
    }
    const cpu = percentiles(processor);
    answers[kind] = { ...percentiles(times), cpuP50: cpu.p50, cpuP95: cpu.p95 };
  }
  return { liveEntries: library.newestFirst().length, buildS, heapMb, ...longestPause, answers };
}

async function releasedRows(log: ReleaseLog): Promise<ReleasedRow[]> {
  const rows = await log.after(0, 100);
  return rows.filter((row) => row.kind === 'released');
}

const wordsOf = (rows: readonly ReleasedRow[]): string[] =>
  rows.flatMap(({ snapshot }) => runningTexts(snapshot).flatMap(({ text }) => text.match(/\p{L}{3,}/gu) ?? []));

type Mix = (words: number) => string;

/** Words in a random order, each as often as texts have it; the same order in every run. */
function mixer(words: readonly string[]): Mix {
  let state = 7;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return (count) => Array.from({ length: count }, () => words[next() % words.length] ?? '').join(' ');
}

function variedCopy(model: ReleasedRow, mix: Mix, i: number): ReleasedRow {
  if (model.snapshot.type !== 'cause') throw new Error('not a cause');
  const uid = uuidv7();
  const body: Prose = [{ kind: 'paragraph', children: [{ kind: 'text', text: `${mix(BODY_WORDS)} w${i}x.` }] }];
  const names = { uid, slug: `varied-${uid}`, title: `${mix(3)} ${i}`, summary: `${mix(20)}.` };
  const snapshot = {
    ...model.snapshot,
    ...names,
    synonyms: [mix(2), mix(1)],
    sections: [{ kind: 'symptoms' as const, body, urgentSigns: [], figures: [] }],
  };
  const { hash: revision } = toRevision(snapshot);
  return { ...model, ...names, snapshot, revision };
}

function watchPauses(): { end: () => Pick<FindingFigures, 'longestPauseMs' | 'longestPauseCpuMs'> } {
  let last = performance.now();
  let before = process.cpuUsage();
  let longest = 0;
  let longestCpu = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, now - last - 1);
    longestCpu = Math.max(longestCpu, (user + system) / 1000);
    last = now;
    before = process.cpuUsage();
  }, 1);
  return {
    end() {
      clearInterval(timer);
      return { longestPauseMs: Math.round(longest), longestPauseCpuMs: Math.round(longestCpu) };
    },
  };
}
