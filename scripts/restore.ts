/**
 * `npm run restore -- FOLDER [--replace]`: puts a backup in the place of this installation's database, holds the mail
 * that may have gone out since, and says what is lost. `-- --in-place` does all but the first, for a database that was
 * put back by other means.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { env } from '../env.ts';
import { Refusal } from './backup/manifest.ts';
import { adoptDatabase, restoreBackup } from './backup/restore-backup.ts';
import { runCommand } from './backup/run-command.ts';
import { wordsOf } from './backup/words.ts';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      replace: { type: 'boolean', default: false },
      'in-place': { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  if (values['in-place'] === (folder !== undefined))
    throw new Refusal('Name the folder of a backup: npm run restore -- FOLDER, or --in-place alone.');
  const restored =
    folder === undefined
      ? await adoptDatabase(env())
      : await restoreBackup(env(), { folder: path.resolve(folder), replace: values.replace });
  for (const line of wordsOf(restored)) console.log(line);
});
