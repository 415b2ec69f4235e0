import type { EntryContent } from '../../model/entries/entries.ts';
import { runningTexts } from '../../model/entries/running-texts.ts';

/** A sentence that tells readers to get help fast, and the true path of the text that it stands in. */
export interface EmergencyOrder {
  field: string;
  sentence: string;
}

/** Emergency orders in the running text of an entry; none in a red flag, which is where they belong. */
export const emergencyOrders = (content: EntryContent): EmergencyOrder[] =>
  content.type === 'red-flag'
    ? []
    : runningTexts(content).flatMap(({ field, text }) => ordersIn(text).map((sentence) => ({ field, sentence })));

/** The sentences of a text that give such an order. */
export const ordersIn = (text: string): string[] =>
  text
    .split(/(?<=[.!?:;])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => ALONE.test(sentence) || (HELP.test(sentence) && FAST.test(sentence)));

/** Orders by themselves, and what only stands in one. */
const ALONE = new RegExp(
  [
    '\\bemergency (?:number|services?|help|care|signs?)\\b',
    '\\b(?:is|are|as|means?|still|always) (?:a |an )?(?:medical )?emergenc(?:y|ies)\\b(?! department)',
    '\\b(?:call|ring|phone|dial)\\b[^.]*\\b(?:112|999|911|000|111|emergency|ambulance)\\b',
    '\\b(?:go|get|come|taken|straight|attend|visit|to)\\b[^.]*\\b(?:emergency department|emergency room|A&E|accident and emergency)\\b',
    '\\bambulance\\b',
    '\\b(?:call|get|ask|seek)\\b[^.]{0,20}\\bhelp\\b[^.]*\\b(?:at once|now|immediately|straight away|right away)\\b',
  ].join('|'),
  'i',
);
const HELP = /\b(?:help|doctors?|GP|medical|check(?:ed|s)?|see|seen|call|contact|ring|clinic|team|hospital|midwife)\b/i;
const FAST =
  /\b(?:the )?same[- ]day\b|\btoday\b|\bat once\b|\bimmediately\b|\b(?:straight|right) away\b|\bwithin (?:(?:a few|two|three|\d+) )?(?:days|hours)\b|\burgent(?:ly)?\b/i;
