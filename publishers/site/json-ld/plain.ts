import { runsIn, type Inline, type Prose } from '../../../model/prose.ts';

/** The words of a running text, without its marks. */
export const plainText = (prose: Prose): string =>
  runsIn(prose)
    .map((run) => run.map(wordsOf).join('').trim())
    .filter((words) => words !== '')
    .join(' ');

function wordsOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'link':
      return inline.children.map(wordsOf).join('');
    case 'break':
      return ' ';
    case 'cite':
      return '';
  }
}
