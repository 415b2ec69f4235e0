/** The sentences of a text. Each line, such as an item of a list, is at least one of its own. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?]["”’)\]]*)\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));

/** The words of a text: whatever blanks part and has a letter. */
export const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
