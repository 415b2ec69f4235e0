import type { Payload } from 'payload';
import { digestOfToken, makeToken } from '../collections/shared/reset-tokens.ts';
import { transact } from '../database/transact.ts';
import { servicesOf } from '../editorial/records/services.ts';
import type { Env } from '../env.ts';

const HOURS = 24;

/**
 * While there is no account, says where the first one is made and with which token. Each process that starts makes a
 * token of its own: what is stored is a digest, which nobody could print again. A demonstration needs none.
 */
export async function announceSetUp(
  { payload, env }: { payload: Payload; env: Env },
  print: (line: string) => void,
): Promise<void> {
  if (env.demo) return;
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true });
  if (totalDocs > 0) return;
  const token = makeToken();
  const now = servicesOf(payload).now();
  const until = new Date(now.getTime() + HOURS * 60 * 60 * 1000).toISOString();
  await transact(payload, async (req) => {
    const old = { until: { less_than_equal: now.toISOString() } };
    await payload.db.deleteMany({ collection: 'set-up-tokens', where: old, req });
    await payload.db.create({ collection: 'set-up-tokens', data: { digest: digestOfToken(token), until }, req });
  });
  print(
    [
      'There is no account yet. Make the first one, an admin’s, here:',
      `  ${env.siteUrl}/admin/create-first-user`,
      `  Set-up token (counts once, for ${HOURS} hours; the next start prints another): ${token}`,
    ].join('\n'),
  );
}
