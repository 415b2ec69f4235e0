import { EFFECTS } from './english.ts';
import { tokensOf } from './tokens.ts';

/** Whom to call is an order, not a claim. */
const EMERGENCY_NUMBER = /\b(?:112|911|999)\b/g;

/** True of a text that a source has to stand behind: it tells a number other than one, or what something does. */
export const isClaim = (text: string): boolean =>
  tokensOf(text.replace(EMERGENCY_NUMBER, '')).some(
    ({ key, kind }) => EFFECTS.has(key) || (kind === 'number' && /^\d/.test(key) && key !== '1'),
  );
