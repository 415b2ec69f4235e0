/**
 * The reference that mail is measured against: nodemailer's pool that signs and sends one mail again and again to
 * different people, and keeps nothing. `node … bare-pool.ts <what.json>`; prints the processor time that it took.
 */
import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';
import type { DkimOptions } from '../../publishers/email/transport/compose.ts';

export interface BareMails {
  url: string;
  count: number;
  connections: number;
  dkim: DkimOptions & { headerFieldNames: string };
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

const [file = ''] = process.argv.slice(2);
const { url, count, connections, dkim, subject, html, text, headers } = JSON.parse(
  readFileSync(file, 'utf8'),
) as BareMails;
const pool = nodemailer.createTransport({ url, pool: true, maxConnections: connections, maxMessages: Infinity, dkim });
const begun = process.cpuUsage();
let sent = 0;
const lane = async () => {
  while (sent < count) {
    sent += 1;
    const to = `bare-${sent}@example.net`;
    await pool.sendMail({ from: 'Imprimatur <course@imprimatur.example>', to, subject, html, text, headers });
  }
};
// One more than there are connections: the next is made while those are busy.
await Promise.all(Array.from({ length: connections + 1 }, lane));
const { user, system } = process.cpuUsage(begun);
pool.close();
console.log((user + system) / 1000);
