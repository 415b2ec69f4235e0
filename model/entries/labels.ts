/** `whenToConsult` → `when to consult`, `what-it-is` → `what it is`. */
export const inWords = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();

/** What a row is called in a diff: `section “what it is”`. */
export const rowLabel = (list: string, key: string): string => `${list.replace(/s$/, '')} “${inWords(key)}”`;

export const capital = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
