/** `npm run seed [folder]`: loads a content library through the editorial verbs. Needs DEMO=1. */
import path from 'node:path';
import { env, EnvError } from '../env.ts';
import { runScript } from './run-script.ts';

const folder = path.resolve(process.argv[2] ?? 'content/hip-pain');

await runScript(async () => {
  if (!env().demo) throw new EnvError(['DEMO: seeding makes demonstration accounts, which needs DEMO=1']);
  const [{ default: config }, { getPayload }, { readLibrary }, { loadLibrary }] = await Promise.all([
    import('../payload.config.ts'),
    import('payload'),
    import('./seed/read-library.ts'),
    import('./seed/load-library.ts'),
  ]);
  const { library, problems } = await readLibrary(folder);
  for (const { file, message } of problems) console.error(`${file}: ${message}`);
  if (problems.length > 0) throw new Error(`${problems.length} problems in ${folder}; nothing was loaded`);

  const payload = await getPayload({ config });
  const report = await loadLibrary({ payload, library, folder, progress: showProgress });
  endProgress();
  console.log(
    report.released === 0
      ? `The library is loaded already: ${report.entries} entries.`
      : `Loaded ${report.released} of ${report.entries} entries through submit, approve and release.`,
  );
  await payload.destroy();
  process.exit(0);
});

function showProgress(done: number, total: number, what: string): void {
  if (process.stdout.isTTY) {
    const bar = '█'.repeat(Math.round((done / total) * 24)).padEnd(24, '░');
    process.stdout.write(`\r  ${bar} ${String(done).padStart(3)}/${total} ${what.slice(0, 44).padEnd(44)}`);
  } else if (done % 50 === 0 || done === total) console.log(`  ${done}/${total}`);
}

function endProgress(): void {
  if (process.stdout.isTTY) process.stdout.write('\n');
}
