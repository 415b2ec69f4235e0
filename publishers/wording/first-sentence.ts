const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The first sentence of a text, whole: where a list has room for one. */
export const firstSentence = (text: string): string => [...SENTENCES.segment(text)][0]?.segment.trim() ?? '';
