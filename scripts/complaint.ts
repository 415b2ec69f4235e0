/** `npm run complaint -- reader@example.net`: a reader called our mail unwanted. Nothing more is sent there. */
import { runScript } from './run-script.ts';

await runScript(async () => {
  const [address = ''] = process.argv.slice(2);
  const { system } = await import('../runtime/system.ts');
  const { payload, channels } = await system();
  const known = await channels.email.takeComplaint(address).finally(() => payload.destroy());
  console.log(
    `Nothing is sent to ${address} any more.${known ? ' Its courses are ended.' : ' Nobody here has this address.'}`,
  );
  process.exit(0);
});
