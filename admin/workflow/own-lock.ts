/** Payload's locks on entries that are being edited. One outlives the page that took it, for five minutes. */
interface Lock {
  id: string | number;
  user?: { value?: unknown } | null;
}

/** Gives up the locks of one account on an entry, whichever page took them; those of others stay. `api`: Payload's route. */
export async function giveUpLock(
  api: string,
  { collection, id, user }: { collection: string; id: string | number; user: string | number },
): Promise<void> {
  const locks = `${api}/payload-locked-documents`;
  const query = new URLSearchParams({
    'where[document.relationTo][equals]': collection,
    'where[document.value][equals]': String(id),
    depth: '0',
  });
  try {
    const answer = await fetch(`${locks}?${query.toString()}`, { credentials: 'same-origin' });
    const { docs = [] } = (await answer.json()) as { docs?: Lock[] };
    const own = docs.filter((lock) => lock.user?.value === user);
    await Promise.all(
      own.map((lock) => fetch(`${locks}/${lock.id}`, { method: 'DELETE', credentials: 'same-origin' })),
    );
  } catch {
    // Then it runs out by itself; the verb has been taken.
  }
}
