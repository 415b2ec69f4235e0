import { randomUUID } from 'node:crypto';
import type { Env } from '../../env.ts';
import type { AfterRestore } from '../../publishers/email/hold-after-restore.ts';
import type { HeadMark } from '../../release-log/head-mark.ts';
import { Refusal } from './manifest.ts';

/** What a restored database was found to be, and what was done with it. */
export interface Prepared {
  /** where its log ends; null when it is empty */
  end: HeadMark | null;
  /** how far this installation had seen the log before; null when it does not know */
  mark: HeadMark | 'damaged' | null;
  /** the next release begins another log id */
  begunAnew: boolean;
  mail: AfterRestore;
  left: {
    /** from when on it is known who left; null when it is not known of anybody */
    knownSince: Date | null;
    /** the time of the backup; 1970 for a database that was put back by other means */
    since: Date;
    /** lines that cannot be read */
    damaged: number;
    /** who were let go again */
    readers: number;
  };
}

/**
 * Makes a restored database ready, before anybody serves from it: all of it verifies, its log goes on under the same id
 * only when it ends where this installation last saw it end, and mail that may have gone out since waits for a person.
 * Throws `Refusal` with every problem that was found.
 */
export async function prepareRestored(env: Env, since: Date): Promise<Prepared> {
  const { headMarkFile } = await import('../../release-log/head-mark.ts');
  // What this installation knows of the log, before anything that follows it could write it anew.
  const mark = await headMarkFile(env.dataDir).read();
  const { readLeft } = await import('../../publishers/email/left/left-file.ts');
  const known = await readLeft({ dataDir: env.dataDir, secret: env.payloadSecret });
  const [{ createConfig }, { getPayload }, { createChannels }, { servicesOf }, { verifyInstallation }, accept] =
    await Promise.all([
      import('../../create-config.ts'),
      import('payload'),
      import('../../runtime/channels.ts'),
      import('../../editorial/records/services.ts'),
      import('../../release-log/verify/verify-installation.ts'),
      import('../../release-log/verify/accept-restored.ts'),
    ]);
  const payload = await getPayload({ config: createConfig(env), key: randomUUID() });
  try {
    const services = servicesOf(payload);
    services.headMark = NO_MARK;
    const problems: string[] = [];
    const report = (line: string) => problems.push(line);
    const { end } = await verifyInstallation(payload, { dataDir: env.dataDir, report, reportMark: () => undefined });
    if (problems.length > 0)
      throw new Refusal(
        [...problems, 'Nothing was restored: what is wrong with this database is named above.'].join('\n'),
      );
    const isSame = mark !== null && mark !== 'damaged' && end !== null && isSameEnd(mark, end);
    const begunAnew = end !== null && !isSame && (await accept.beginAnother(payload, end));
    const { email } = createChannels({ payload, env, now: services.now });
    const mail = await email.holdAfterRestore(since);
    const { readers, discarded } = await email.letGoAgain(known?.lines ?? [], since);
    const left = { knownSince: known?.since ?? null, since, damaged: known?.damaged ?? 0, readers };
    return { end, mark, begunAnew, mail: { ...mail, held: Math.max(0, mail.held - discarded) }, left };
  } finally {
    await payload.destroy();
  }
}

const isSameEnd = (a: HeadMark, b: HeadMark): boolean => a.logId === b.logId && a.seq === b.seq && a.hash === b.hash;

/** While a restored log is made ready, nothing is held against the mark, or written to it. */
const NO_MARK = {
  read: () => Promise.resolve(null),
  write: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};
