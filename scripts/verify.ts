/** `npm run verify`: checks a whole installation; one line per problem, exit code 1 when there is any. */
import { env } from '../env.ts';
import { runScript } from './run-script.ts';

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
  console.log(`${head} releases and ${figures} figure files checked, ${problems} problems`);
  await payload.destroy();
  process.exit(problems === 0 ? 0 : 1);
});
