/** Where a request keeps it: nothing that is sent from outside gets into a context. */
const GIVEN = 'imprimatur: the uid that a content file gives';

interface Kept {
  [GIVEN]?: string | undefined;
}

/** A context in which an entry is made with the uid that its file gives: the entry is the same one elsewhere. */
export const withUid = (uid: string | undefined): Record<string, unknown> => ({ [GIVEN]: uid });

/** The uid that the entry being made was given. */
export const givenUid = ({ context }: { context: Kept }): string | null => context[GIVEN] ?? null;
