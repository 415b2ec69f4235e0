import { createHash } from 'node:crypto';

/** Out-of-office answers go to nobody (RFC 3834 §2): the mail is sent by a timetable. */
export const AUTOMATIC = { 'Auto-Submitted': 'auto-generated' };

/** The same mail always has the same Message-ID, so that a server or a reader can tell a repeat. */
export const messageIdOf = (ledgerKey: string, domain: string) =>
  `<${createHash('sha256').update(ledgerKey).digest('hex').slice(0, 40)}@${domain}>`;
