/**
 * `npm run import -- FOLDER --as EMAIL [--apply] [--overwrite]`: compares content files with the installation and, with
 * `--apply`, takes them in as drafts of that editor. Never submits or releases anything; may run beside a server.
 * Ends with 0 when the installation has what the files say, 1 with problems, 2 when something is left to do.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { troubleRefusal } from '../model/database-trouble.ts';
import { Refusal } from './backup/manifest.ts';
import { runCommand } from './backup/run-command.ts';

await runCommand(async () => {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { as: { type: 'string' }, apply: flag, overwrite: flag },
  });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0 || values.as === undefined)
    throw new Refusal('Name a folder and who takes it in: npm run import -- FOLDER --as EMAIL [--apply].');
  const [{ default: config }, { getPayload }, { accountOf }, { importLibrary }, { reportLines }] = await Promise.all([
    import('../payload.config.ts'),
    import('payload'),
    import('./import/account.ts'),
    import('./import/import-library.ts'),
    import('./import/report.ts'),
  ]);
  const payload = await getPayload({ config });
  try {
    const user = await accountOf(payload, values.as);
    const { apply, overwrite } = values;
    const { plan, problems, code } = await importLibrary({
      payload,
      folder: path.resolve(folder),
      user,
      apply,
      overwrite,
    });
    for (const line of reportLines(plan)) console.log(line);
    for (const { file, message } of problems) console.error(`${file}: ${message}`);
    if (problems.length > 0) console.error(`${problems.length} problems${apply ? '' : '; nothing was written'}.`);
    else if (!apply && code === 2) console.log('Nothing was written. With --apply what is new or changed is taken in.');
    process.exitCode = code;
  } catch (error) {
    const refusal = troubleRefusal(error);
    throw refusal ? new Refusal(`${refusal.message} Run it again: it goes on where it stopped.`) : error;
  } finally {
    await payload.destroy();
  }
});
