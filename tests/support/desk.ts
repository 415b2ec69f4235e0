/** Staff at work on a running server, through HTTP alone. */
import { pathOf, staffApi } from './staff-api.ts';

interface Sheet {
  revision: string;
  live: { seq: number; revision: string } | null;
}

export interface Desk {
  /** Changes fields of a live entry and releases them; the log position that readers had before. */
  release: (collection: string, slug: string, changes: Record<string, unknown>) => Promise<number>;
  withdraw: (collection: string, slug: string) => Promise<void>;
}

/** The desk of a server with the demonstration accounts. */
export function startDesk(url: string): Desk {
  const staff = staffApi(url);
  const [editor, reviewer] = [staff('editor'), staff('reviewer')];
  return {
    async release(collection, slug, changes) {
      const entry = await pathOf(editor, collection, slug);
      const before = await editor<Sheet>('GET', `${entry}/review`);
      await editor('PATCH', `${entry}?draft=true&depth=0`, changes);
      const { revision } = await editor<Sheet>('GET', `${entry}/review`);
      const submission = { revision, changeKind: 'minor', changeNote: 'Changed by a test.' };
      await editor('POST', `${entry}/submit-for-review`, submission);
      await reviewer('POST', `${entry}/approve`, { revision, release: true });
      return before.live?.seq ?? 0;
    },
    async withdraw(collection, slug) {
      const entry = await pathOf(editor, collection, slug);
      const { live } = await reviewer<Sheet>('GET', `${entry}/review`);
      await reviewer('POST', `${entry}/withdraw`, { revision: live?.revision, reason: 'inaccurate' });
    },
  };
}
