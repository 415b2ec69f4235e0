/**
 * `npm run export -- FOLDER [--drafts]`: writes the library that readers have as content files, or with `--drafts` what
 * editors have. Changes nothing in the installation, and may run beside a server.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { env } from '../env.ts';
import { Refusal } from './backup/manifest.ts';
import { runCommand } from './backup/run-command.ts';

await runCommand(async () => {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { live: flag, drafts: flag } });
  const [named, ...others] = positionals;
  if (named === undefined || others.length > 0 || (values.live && values.drafts))
    throw new Refusal('Name one folder: npm run export -- FOLDER [--live | --drafts].');
  const [{ default: config }, { getPayload }, { exportLibrary }] = await Promise.all([
    import('../payload.config.ts'),
    import('payload'),
    import('./export/export-library.ts'),
  ]);
  const payload = await getPayload({ config });
  const folder = path.resolve(named);
  const { dataDir } = env();
  const { entries, shared, problems } = await exportLibrary({
    payload,
    dataDir,
    folder,
    of: values.drafts ? 'drafts' : 'live',
  });
  await payload.destroy();
  for (const { file, message } of problems) console.error(`${file}: ${message}`);
  if (problems.length > 0) throw new Refusal(`${problems.length} problems; nothing was written.`);
  console.log(`${entries} entries and ${shared} sources, figures, places and explained words in ${folder}.`);
});
