/**
 * What somebody wrote, as every database gives it back: without NUL, at which SQLite's driver ends a text, and
 * without halves of characters, which it replaces. What is signed or hashed must be what is read later.
 */
export function storable(given: unknown): unknown {
  if (typeof given === 'string') return given.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\u{FFFD}');
  if (Array.isArray(given)) return given.map(storable);
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, storable(value)]));
}
