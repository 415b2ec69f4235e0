// Plain JavaScript, and so is what it runs: in the process that serves, translating TypeScript while it is loaded costs
// as much processor time again as the whole start, and 150 MB.
import { access } from 'node:fs/promises';

const server = new URL('../.next/imprimatur/server.mjs', import.meta.url);
try {
  await access(server);
} catch {
  console.error('There is no build: run `npm run build` first.');
  process.exit(1);
}
await import(server);
