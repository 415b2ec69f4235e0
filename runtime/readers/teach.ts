import { LRUCache } from 'lru-cache';
import type { CopiedMemory } from '../../publishers/http/memory.ts';
import type { Rendered } from '../../publishers/http/representation.ts';
import { blocksOf, toPage, type ToReaders } from './messages.ts';

export interface Teacher {
  /** a memory that gives a copy of whatever it answers to the thread that did not have it */
  memory: CopiedMemory;
  /** What the thread is to know after a look at the log that begins now. */
  look: () => Promise<Extract<ToReaders, { kind: 'seen' | 'unseen' }>>;
}

type Send = (message: ToReaders, moved: ArrayBuffer[]) => void;

/** Bound of the addresses that are remembered; which of the copies are kept is for the other thread to say. */
const MAX_TAUGHT = 20_000;

export function createTeacher(memory: CopiedMemory, send: Send): Teacher {
  let forgotten: string[] = [];
  let era = '';
  // Weakly held: how much rendered text is kept is for the memory to say.
  const taught = new LRUCache<string, WeakRef<Rendered>>({
    max: MAX_TAUGHT,
    dispose: (_, target, reason) => {
      if (reason === 'evict') forgotten.push(target);
    },
  });

  const teach = (target: string) => {
    const rendered = memory.take(target);
    if (!rendered) return;
    taught.set(target, new WeakRef(rendered));
    const page = toPage(rendered);
    send({ kind: 'page', target, page }, blocksOf(page));
  };

  return {
    memory: {
      ...memory,
      answer(target, asked) {
        const wire = memory.answer(target, asked);
        if (wire) teach(target);
        return wire;
      },
    },
    async look() {
      try {
        const seen = await memory.look();
        const gone = forgotten;
        forgotten = [];
        if (seen.era !== era) {
          era = seen.era;
          for (const [target, ref] of [...taught.entries()]) {
            const rendered = ref.deref();
            if (rendered && seen.holds(target, rendered)) continue;
            taught.delete(target);
            gone.push(target);
          }
        }
        return { kind: 'seen', gone };
      } catch (error) {
        return { kind: 'unseen', error: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
