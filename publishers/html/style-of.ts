import { pruned, splitSheet } from './split-sheet.ts';
import { SHEET } from './styles/sheet.ts';

const SPLIT = splitSheet(SHEET);

/** The style sheet of one page: only the rules that can match something in it, minified. */
export const styleOf = (html: string): string => pruned(SPLIT, html);
