/**
 * `npm run check:mail`: whether receivers can verify our mail. With `-- 9.9.9.9` or `-- 127.0.0.1:5353` it asks that
 * name server. Exit code 1 when something is wrong.
 */
import { Resolver } from 'node:dns/promises';
import { env } from '../env.ts';
import { checkDkimRecord } from '../publishers/email/transport/dkim-record.ts';
import { proveDkim } from '../publishers/email/transport/dkim-probe.ts';
import { runScript } from './run-script.ts';

await runScript(async () => {
  const { dkim, mailFrom } = env();
  if (!dkim) {
    console.error('Mail goes out unsigned: DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY are not set.');
    process.exit(1);
  }
  const resolver = new Resolver({ timeout: 3000, tries: 2 });
  const servers = process.argv.slice(2);
  if (servers.length > 0) resolver.setServers(servers);
  const problem =
    (await proveDkim(dkim, mailFrom)) ?? (await checkDkimRecord((name) => resolver.resolveTxt(name), dkim));
  if (problem) {
    console.error(problem);
    process.exit(1);
  }
  console.log(`Mail is signed for ${dkim.domainName}, and ${dkim.keySelector}._domainkey holds the key.`);
});
