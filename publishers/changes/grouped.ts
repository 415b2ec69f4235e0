import type { WordPart } from '../../model/words-between.ts';

/**
 * Words that changed one after another, as the words that went and those that came: `an hour` and `30 minutes`, not
 * word against word. What stays between two changes and is nothing but space belongs to both.
 */
export function grouped(parts: readonly WordPart[]): WordPart[] {
  const all: WordPart[] = [];
  let [gone, come] = ['', ''];
  const close = () => {
    if (gone !== '') all.push({ kind: 'removed', text: gone });
    if (come !== '') all.push({ kind: 'added', text: come });
    [gone, come] = ['', ''];
  };
  for (const [i, { kind, text }] of parts.entries()) {
    const isBetween = text.trim() === '' && gone !== '' && come !== '' && i + 1 < parts.length && !text.includes('\n');
    if (kind !== 'added' && (kind === 'removed' || isBetween)) gone += text;
    if (kind !== 'removed' && (kind === 'added' || isBetween)) come += text;
    if (kind !== 'same' || isBetween) continue;
    close();
    all.push({ kind, text });
  }
  close();
  return all;
}
