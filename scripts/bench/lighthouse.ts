/**
 * What Lighthouse says of a page of each kind, in all four categories, as it measures a phone. It is no dependency of
 * the project (docs/benchmarks.md says why): whoever wants to know has `lighthouse` on the path, as wrk or nginx.
 */
import { spawn, spawnSync } from 'node:child_process';
import { z } from 'zod';
import { childEnvironment } from '../../env.ts';
import { ARGS, browserPath } from './browser.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];

export interface Judged {
  /** 0 to 100 */
  scores: Record<Category, number>;
  /** what lost points, each with its category: `seo: meta-description, Document has a meta description` */
  lost: string[];
}

const category = z.object({
  // Null where it could not be made out: lost, then, unless `runtimeError` says why.
  score: z
    .number()
    .nullable()
    .transform((score) => score ?? 0),
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
});
const report = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.record(z.enum(CATEGORIES), category),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.number().nullable(), displayValue: z.string().optional() }),
  ),
});

const MOST_TRIES = 3;

/** Its version, or null where it is not installed. */
export const lighthouseVersion = (): string | null => {
  const { error, stdout } = spawnSync('lighthouse', ['--version'], { encoding: 'utf8' });
  return error ? null : stdout.trim();
};

/** Speed depends on what else the machine does, so what is short of 100 is looked at twice more; the best counts. */
export async function measureLighthouse(url: string, kinds: Readonly<Record<string, string>>) {
  const judged: Record<string, Judged> = {};
  for (const [kind, path] of Object.entries(kinds)) {
    let best = await judge(url + path);
    for (let tries = 1; tries < MOST_TRIES && best.lost.length > 0; tries += 1) {
      const again = await judge(url + path);
      if (sum(again) > sum(best)) best = again;
    }
    judged[kind] = best;
  }
  return judged;
}

const sum = ({ scores }: Judged): number => CATEGORIES.reduce((all, one) => all + scores[one], 0);

async function judge(url: string): Promise<Judged> {
  const { categories, audits, runtimeError } = report.parse(JSON.parse(await lighthouse(url)));
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
  const lost = CATEGORIES.flatMap((name) =>
    categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1 && categories[name].score < 1)
      .map(({ id }) => [name, `${id},`, audits[id]?.title, audits[id]?.displayValue].filter(Boolean).join(' ')),
  );
  const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(categories[name].score * 100)]));
  return { scores: scores as Judged['scores'], lost };
}

async function lighthouse(url: string): Promise<string> {
  const child = spawn(
    'lighthouse',
    [
      url,
      '--quiet',
      '--output=json',
      '--output-path=stdout',
      '--disable-full-page-screenshot',
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${ARGS.join(' ')}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: childEnvironment({ CHROME_PATH: await browserPath() }) },
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`lighthouse ended with ${code} at ${url}`);
  return output;
}
