/**
 * `npm run verify`: checks a whole installation; one line per problem, exit code 1 when there is any. With
 * `-- --accept-restored` an older log that was put back, and that verifies, is taken for the one that goes on.
 */
import { env } from '../env.ts';
import { runScript } from './run-script.ts';

const ADVICE = 'What to do: docs/runbook.md, “Is it what was approved?”.';
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
const WORDS = {
  refused: () => 'nothing was accepted: what is wrong is named above',
  continues: () => 'the log goes on where it was last seen: there is nothing to accept',
  'begun-anew': (next: number) => `accepted: release ${next} begins another log, which consumers are told of`,
  'mark-moved': (next: number) =>
    `accepted: the log already goes on as another one; the mark now stands before ${next}`,
};

await runScript(async () => {
  const [{ default: config }, { getPayload }, { verifyInstallation }, { acceptRestored }] = await Promise.all([
    import('../payload.config.ts'),
    import('payload'),
    import('../release-log/verify/verify-installation.ts'),
    import('../release-log/verify/accept-restored.ts'),
  ]);
  const payload = await getPayload({ config });
  const { dataDir } = env();
  let problems = 0;
  const report = (line: string) => {
    problems += 1;
    console.error(line);
  };
  if (process.argv.includes('--accept-restored')) {
    const accepted = await acceptRestored(payload, { dataDir, report });
    console.log(WORDS[accepted.outcome]('next' in accepted ? accepted.next : 0));
  } else {
    const { end, figures } = await verifyInstallation(payload, { dataDir, report });
    const releases = counted(end?.seq ?? 0, 'release');
    const checked = `${releases}, ${counted(figures, 'figure file')}, review history and audit trail`;
    console.log(
      `Checked ${checked}: ${problems === 0 ? 'no problem found.' : `${counted(problems, 'problem')}. ${ADVICE}`}`,
    );
  }
  await payload.destroy();
  process.exit(problems === 0 ? 0 : 1);
});
