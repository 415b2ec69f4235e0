import type { WordPart } from '../../model/words-between.ts';
import { grouped } from './grouped.ts';

/** Words that stay on each side of a change, to say where it is. */
const AROUND = 9;
/** Characters of one added or removed stretch; the whole stands in the releases themselves. */
const MOST = 700;

/** Word parts with the middle of long stretches replaced by an ellipsis. Cuts between words only. */
export const shortened = (parts: readonly WordPart[]): WordPart[] =>
  grouped(parts).map((part, i, all) => ({
    ...part,
    text: part.kind === 'same' ? around(part.text, { isFirst: i === 0, isLast: i === all.length - 1 }) : cut(part.text),
  }));

function around(text: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): string {
  const words = text.split(/(?<=\s)(?=\S)/);
  const [head, tail] = [isFirst ? 0 : AROUND, isLast ? 0 : AROUND];
  if (words.length <= head + tail + 2) return text;
  const start = words.slice(0, head).join('');
  const end = words.slice(words.length - tail).join('');
  return `${start.trimEnd()}${start === '' ? '' : ' '}… ${tail === 0 ? '' : end}`;
}

function cut(text: string): string {
  if (text.length <= MOST) return text;
  const end = text.lastIndexOf(' ', MOST);
  return `${text.slice(0, end > 0 ? end : MOST)} …`;
}
