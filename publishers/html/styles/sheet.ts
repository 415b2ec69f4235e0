import { BASE } from './base.ts';
import { CARDS } from './cards.ts';
import { CARE } from './care.ts';
import { ENTRY } from './entry.ts';
import { FINDING } from './finding.ts';
import { FRAME } from './frame.ts';
import { MAP } from './map.ts';
import { PANELS } from './panels.ts';
import { PRINT } from './print.ts';
import { TEXT } from './text.ts';
import { TOKENS } from './tokens.ts';

/** Every rule of every page; `style-of.ts` gives a page those that occur in it. */
export const SHEET = [TOKENS, BASE, FRAME, CARE, CARDS, MAP, PANELS, TEXT, FINDING, ENTRY, PRINT].join('');
