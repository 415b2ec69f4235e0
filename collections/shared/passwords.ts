import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const SHORTEST_PASSWORD = 12;

/** What guesses begin with. A password that is little else than one of them is as good as none. */
const COMMON = `
  password passwort passw0rd letmein welcome qwertyuiop qwerty asdfghjkl zxcvbnm iloveyou admin administrator imprimatur
  sunshine princess football baseball monkey dragon master superman batman trustno whatever abcdefghij abcdef abc
  changeme secret default login starwars michael jennifer summer winter spring autumn doctor clinician hospital
`
  .trim()
  .split(/\s+/);

/**
 * Why a password is none, in a sentence for whoever chose it; null when it will do. Length is what counts (NIST SP
 * 800-63B, 3.1.1.2), after what everybody guesses first: common words, runs, repetitions, and the person's own name.
 */
export function passwordTrouble(password: string, own: readonly string[]): string | null {
  if (password.length < SHORTEST_PASSWORD) return `A password has at least ${SHORTEST_PASSWORD} characters.`;
  const said = own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter(({ length }) => length > 2);
  const rest = [...said, ...COMMON]
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase());
  const letters = new Set(rest.replaceAll(/\d+/g, '0'));
  return letters.size < 5 ? 'That password is among the first that anybody would guess. Take several words.' : null;
}

/** As Payload stores a password: which derivation a stored hash was made with. */
const CURRENT = 'pbkdf2-sha256-v1:';
const ROUNDS = 600_000;
const LENGTH = 32;
const derive = promisify(pbkdf2);

/** True when this is the password that Payload stored. Fails for whatever it cannot read. */
export async function isPassword(
  password: string,
  { hash, salt }: { hash?: string | null; salt?: string | null },
): Promise<boolean> {
  if (!hash || !salt) return false;
  const isCurrent = hash.startsWith(CURRENT);
  const stored = Buffer.from(isCurrent ? hash.slice(CURRENT.length) : hash, 'hex');
  const derived = await derive(password, salt, isCurrent ? ROUNDS : 25_000, isCurrent ? LENGTH : 512, 'sha256');
  return stored.length === derived.length && timingSafeEqual(stored, derived);
}

/** Does the work of looking at a password, for an account that there is none of. */
export async function workAsLongAs(password: string): Promise<void> {
  await derive(password, 'of nobody', ROUNDS, LENGTH, 'sha256');
}
