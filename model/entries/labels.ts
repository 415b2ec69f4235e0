/** `whenToConsult` → `when to consult`, `what-it-is` → `what it is`. */
export function inWords(name: string): string {
  const known = asked.get(name);
  if (known !== undefined) return known;
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
  // Names of fields come back for every value that is walked; keys of rows are as many as people think of.
  if (asked.size < 1000) asked.set(name, words);
  return words;
}

const asked = new Map<string, string>();

/** What a row is called in a diff: `section “what it is”`. */
export const rowLabel = (list: string, key: string): string => `${list.replace(/s$/, '')} “${inWords(key)}”`;

export const capital = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
