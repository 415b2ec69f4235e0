/** `npm run seed [folder…]`: loads content libraries, all of them unless told, through the editorial verbs. Needs DEMO=1. */
import { env, EnvError } from '../env.ts';
import { runScript } from './run-script.ts';

const given = process.argv.slice(2);

await runScript(async () => {
  if (!env().demo) throw new EnvError(['DEMO: seeding makes demonstration accounts, which needs DEMO=1']);
  const [{ default: config }, { getPayload }, { readLibrary, librariesIn }, { loadLibrary }] = await Promise.all([
    import('../payload.config.ts'),
    import('payload'),
    import('./seed/read-library.ts'),
    import('./seed/load-library.ts'),
  ]);
  const folders = given.length > 0 ? given : await librariesIn('content');
  const { library, problems } = await readLibrary(...folders);
  for (const { file, message } of problems) console.error(`${file}: ${message}`);
  if (problems.length > 0) throw new Error(`${problems.length} problems in ${folders.join(', ')}; nothing was loaded`);

  const payload = await getPayload({ config });
  const report = await loadLibrary({ payload, library, progress: showProgress });
  endProgress();
  console.log(
    report.released === 0
      ? `Everything is loaded already: ${report.entries} entries.`
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
