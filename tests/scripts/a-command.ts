/** A command with child processes, for children.test.ts: `a-command.ts <what the child does>`. */
import { createChildren } from '../../scripts/children.ts';

const GRANDCHILD = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });`;
const PROGRAMS: Record<string, string> = {
  // like a server: ends by itself, a little later, and says so
  polite: `${GRANDCHILD} process.on('SIGTERM', () => setTimeout(() => process.exit(0), 100)); process.on('SIGINT', () => process.exit(0));`,
  deaf: `${GRANDCHILD} process.on('SIGTERM', () => {}); process.on('SIGINT', () => {});`,
  step: GRANDCHILD,
  crashing: `${GRANDCHILD} setTimeout(() => process.exit(7), 300);`,
};

const kind = process.argv[2] ?? '';
const children = createChildren({ env: process.env, graceMs: 500 });
if (kind === 'alone') {
  setInterval(() => undefined, 1000);
  console.log('ready');
} else {
  const program = ['-e', `${PROGRAMS[kind] ?? ''} console.log('ready'); setInterval(() => {}, 1000);`];
  if (kind === 'step' || kind === 'crashing') {
    await children.run(program);
    console.log('the next step');
  } else process.exitCode = await children.start(program).exited;
}
