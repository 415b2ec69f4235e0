/**
 * The reference that speed is measured against: bare node:http that answers each path of a file with bytes and
 * headers from memory, and does nothing else. `node … bare-server.ts <answers.json>`; prints its port.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** By path; the body in base64. */
export type Answers = Record<string, { status: number; headers: string[]; body: string }>;

const [file = ''] = process.argv.slice(2);
const answers = new Map(
  Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Answers).map(([path, { status, headers, body }]) => [
    path,
    { status, headers, body: Buffer.from(body, 'base64') },
  ]),
);

const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '');
  if (!answer) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  if (answer.body.length > 0) response.end(answer.body);
  else response.end();
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.once('SIGTERM', () => process.exit(0));
