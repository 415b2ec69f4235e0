import { ordersIn } from '../../editorial/rules/emergency-orders.ts';
import { leavesOf } from '../../model/entries/leaves.ts';
import type { EntryFile } from './content-schema.ts';

/** Sentences outside red flags that may give an emergency order: none (ADR 0070). */
export const MOST_EMERGENCY_ORDERS = 0;

/** Sentences of a content file that give an emergency order; a red flag's own are none. */
export const writtenOrders = (data: EntryFile): string[] =>
  data.type === 'red-flag'
    ? []
    : leavesOf(data).flatMap(({ running, value }) =>
        running && typeof value === 'string' ? ordersIn(withoutMarks(value)) : [],
      );

/** A text without the marks of Markdown. */
export const withoutMarks = (text: string): string =>
  text.replace(/ ?\[@[^\]]*\]|[*_#>[\]^~]|\(https?:[^)]*\)|^[-\d.]+ /gm, '');
