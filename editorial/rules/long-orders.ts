import type { EntryContent } from '../../model/entries/entries.ts';
import { placedTexts } from './placed-texts.ts';
import { sentencesOf } from './sentences.ts';

/** Words in a sentence that somebody has to act on (plain language guidance asks for 15 to 20 on average). */
const MOST_WORDS = 30;

export interface LongOrder {
  field: string;
  sentence: string;
}

/**
 * Sentences too long to act on, in the texts of which every change is a safety change: the words of a red flag,
 * cautions, steps, exercises, the limits of medicines. A text that says nothing of itself is one of these.
 */
export const longOrders = (content: EntryContent): LongOrder[] =>
  placedTexts(content)
    .filter(({ safety }) => safety === 'always')
    .flatMap(({ path, text }) =>
      sentencesOf(text)
        .filter((sentence) => sentence.split(/\s+/).length > MOST_WORDS)
        .map((sentence) => ({ field: path, sentence })),
    );
