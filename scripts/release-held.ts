/**
 * `npm run release-held`: shows the mail that a restore holds. With `-- --release` or `-- --discard`, and `--all` or any
 * of `--kind`, `--course`, `--lesson`, `--delivery`, it is a person's word on it.
 */
import { parseArgs } from 'node:util';
import { runCommand } from './backup/run-command.ts';
import { decidedWords, heldLines, whichOf } from './backup/held-words.ts';

await runCommand(async () => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    options: { release: flag, discard: flag, all: flag, kind: text, course: text, lesson: text, delivery: text },
  });
  const said = whichOf(values);
  const { decideHeldMail } = await import('../collections/shared/decide-held-mail.ts');
  const { system } = await import('../runtime/system.ts');
  const { payload, channels } = await system();
  try {
    // A start follows the log; it is not cut off in the middle of that.
    await channels.context.library();
    if (said.decision === null) {
      const waiting = await channels.email.heldMails();
      for (const line of heldLines(waiting, await channels.email.waitingCorrections())) console.log(line);
    } else {
      const decided = await decideHeldMail(payload, { ...said, by: null });
      console.log(`${decidedWords(decided, said.decision)}.`);
    }
  } finally {
    await payload.destroy();
  }
});
