import { EFFECTS } from './english.ts';
import { tokensOf } from './tokens.ts';

/** Whom to call is an order, not a claim. */
const EMERGENCY_NUMBER = /\b(?:112|911|999)\b/g;

/** Names that hold a number, such as omega-3 and vitamin D3, tell none. */
const NUMBERED_NAME = /\b(?:[Oo]mega-|\p{Lu})\d+\b/gu;

/** True of a text that a source has to stand behind: it tells a number other than one, or what something does. */
export const isClaim = (text: string): boolean =>
  tokensOf(text.replace(EMERGENCY_NUMBER, '').replace(NUMBERED_NAME, '')).some(
    ({ key, kind }) => EFFECTS.has(key) || (kind === 'number' && /^\d/.test(key) && key !== '1'),
  );
