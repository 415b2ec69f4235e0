import { z } from 'zod';
import { ask } from '../accounts/ask.ts';

const answer = z.object({ unread: z.number() });
const EVENT = 'imprimatur:unread-notices';

/** Looks up how many notices are unread and tells whoever listens; says nothing when there is no answer. */
export async function fetchUnread(api: string): Promise<void> {
  tell(await ask(`${api}/notices/unread`));
}

/** Marks own notices as read. Answers whether it was done. */
export async function markRead(
  api: string,
  which: { notices: string[] } | { all: true; until: string },
): Promise<boolean> {
  const said = await ask(`${api}/notices/read`, which);
  tell(said);
  return 'answer' in said;
}

/** Hears of the number until the function that it answers is called. */
export function onUnread(hear: (unread: number) => void): () => void {
  const listener = (event: Event) => {
    const parsed = z.number().safeParse(event instanceof CustomEvent ? event.detail : null);
    if (parsed.success) hear(parsed.data);
  };
  window.addEventListener(EVENT, listener);
  return () => {
    window.removeEventListener(EVENT, listener);
  };
}

function tell(said: Awaited<ReturnType<typeof ask>>): void {
  const parsed = answer.safeParse('answer' in said ? said.answer : null);
  if (parsed.success) window.dispatchEvent(new CustomEvent(EVENT, { detail: parsed.data.unread }));
}
