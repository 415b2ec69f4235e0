/**
 * `npm run backup [-- FOLDER] [--with-keys]`: copies the installation into a new folder while it serves; by default
 * one beside DATA_DIR, named by the time.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { env } from '../env.ts';
import { makeBackup } from './backup/make-backup.ts';
import { runCommand } from './backup/run-command.ts';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'with-keys': { type: 'boolean', default: false } },
  });
  const now = new Date();
  const [named] = positionals;
  const folder = path.resolve(named ?? path.join(`${env().dataDir}-backups`, now.toISOString().replaceAll(':', '-')));
  const withKeys = values['with-keys'];
  const { log, files } = await makeBackup(env(), { folder, withKeys, now: () => now });
  const size = `${Object.keys(files).length} files`;
  console.log(`Backup in ${folder}: ${size}, the log up to release ${log?.seq ?? 0}. It was read back and is whole.`);
  console.log(
    withKeys
      ? 'It holds the keys that sign releases: whoever has it can sign. Keep it as you keep them.'
      : 'Without keys: to restore it you also need the folder keys of DATA_DIR, or SIGNING_KEY, and PAYLOAD_SECRET.',
  );
});
