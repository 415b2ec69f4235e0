/** `npm run verify`: checks a whole installation; one line per problem, exit code 1 when there is any. */
import { env } from '../env.ts';
import { runScript } from './run-script.ts';

const ADVICE = 'What to do: docs/runbook.md, “Something in the log does not verify”.';
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

await runScript(async () => {
  const [{ default: config }, { getPayload }, { verifyInstallation }] = await Promise.all([
    import('../payload.config.ts'),
    import('payload'),
    import('../release-log/verify/verify-installation.ts'),
  ]);
  const payload = await getPayload({ config });
  let problems = 0;
  const { head, figures } = await verifyInstallation(payload, {
    dataDir: env().dataDir,
    report(line) {
      problems += 1;
      console.error(line);
    },
  });
  const checked = `${counted(head, 'release')}, ${counted(figures, 'figure file')}, review history and audit trail`;
  console.log(
    `Checked ${checked}: ${problems === 0 ? 'no problem found.' : `${counted(problems, 'problem')}. ${ADVICE}`}`,
  );
  await payload.destroy();
  process.exit(problems === 0 ? 0 : 1);
});
