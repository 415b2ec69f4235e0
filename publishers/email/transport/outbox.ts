import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { FrozenMail, TransportResult } from '../mail-transport.ts';

/**
 * Writes a mail as an `.eml` file that any mail program opens. The name follows from date and Message-ID,
 * so writing the same mail again replaces the file; it appears whole or not at all.
 */
export async function writeToOutbox(directory: string, mail: FrozenMail): Promise<TransportResult> {
  const file = path.join(directory, fileNameOf(mail));
  const temporary = `${file}.${randomUUID()}.part`;
  try {
    await mkdir(directory, { recursive: true });
    await writeDurably(temporary, mail.raw);
    await rename(temporary, file);
    await syncDirectory(directory);
    return { kind: 'accepted', response: `250 written to ${path.basename(file)}` };
  } catch (error) {
    return { kind: 'not-sent', reason: error instanceof Error ? error.message : String(error) };
  }
}

function fileNameOf({ date, messageId }: FrozenMail): string {
  const time = date
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  return `${time}-${createHash('sha256').update(messageId).digest('hex').slice(0, 12)}.eml`;
}

async function writeDurably(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A rename is only on disk when its directory is. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
