import { expect, it } from 'vitest';
import { startReaders } from '../../../runtime/readers/start.ts';
import { aCause, released, withdrawn } from '../../support/releases.ts';
import { channelsInMemory } from '../support.ts';

it('what this process commits is forgotten by the thread of the readers before it asks', async () => {
  const { log, respond, memory, commit } = channelsInMemory();
  const asked = { acceptEncoding: '', ifNoneMatch: null };
  const told: string[] = [];
  const readers = await startReaders({
    ...{ hostname: '127.0.0.1', port: 0, socketPath: 'none', memory: () => memory },
    file: new URL('./telling-thread.mjs', import.meta.url),
    onTrouble: (what, error) => told.push(`${what} ${error}`),
    onLost: () => undefined,
  });
  try {
    for (const target of ['/causes/new-name', '/guides/hip-pain']) {
      await respond(target);
      expect(readers.memory()?.answer(target, asked), target).not.toBeNull();
    }
    log.rows.push(withdrawn(released(aCause({ uid: 'moved', slug: 'new-name' }), { seq: 6 }), { seq: 10 }));
    commit();
    await expect.poll(() => told).toEqual(['gone /causes/new-name']);
    expect(memory.answer('/causes/new-name', asked)).toBeNull();
  } finally {
    await readers.stop();
  }
});
