/** How SQLite would find and sort the rows of a statement, and what of it grows with the installation. */
import type { Step } from '../support/statements.ts';

/** Tables that stay small: what a team, its keys and its processes are, places on a body, words that are explained, filters that it keeps. */
const FEW = new Set([
  'locations',
  'terms',
  'users',
  'clinicians',
  'signing_keys',
  'cursors',
  'worker_heartbeats',
  'payload_migrations',
  'payload_query_presets',
]);

/** An equality on one of these leaves what belongs to one entry, one mail, one person. */
const OF_ONE =
  /\((rowid|id|uid|parent_id|_parent_id|delivery_uid|subscriber_uid|enrolment_uid|users_id|entry|subject|owner|recipient|mail_key)=\?/;

/** The statement without what stands in brackets, quotes kept. */
function outline(sql: string): string {
  let depth = 0;
  let text = '';
  for (const character of sql) {
    if (character === ')') depth -= 1;
    if (depth === 0) text += character;
    if (character === '(') depth += 1;
  }
  return text.replace(/\s+/g, ' ').toLowerCase();
}

/** What of a plan takes longer the more rows there are, in words; none of a good one. */
export function growing(sql: string, steps: Step[]): string[] {
  const text = outline(sql);
  const walksOn = text.includes(' limit ') && !text.includes(' where ');
  const counts = text.startsWith('select count') && !text.includes(' where ');
  const made = steps.flatMap(({ detail }) => /^(?:CO-ROUTINE|MATERIALIZE) (\S+)/.exec(detail)?.[1] ?? []);
  const isMade = (table: string) => {
    const at = made.indexOf(table);
    if (at >= 0) made.splice(at, 1);
    return at >= 0;
  };
  const sorts = steps.some(({ parent, detail }) => parent === 0 && detail.startsWith('USE TEMP B-TREE FOR ORDER BY'));
  return steps.flatMap(({ parent, detail }) => {
    const scanned = /^SCAN (?!\d+ CONSTANT ROW|CONSTANT ROW)(\S+)/.exec(detail)?.[1];
    if (scanned !== undefined) {
      if (FEW.has(scanned) || isMade(scanned)) return [];
      return (walksOn && !sorts) || counts ? [] : [detail];
    }
    const searched = /^SEARCH (\S+)/.exec(detail)?.[1];
    if (searched === undefined || parent !== 0 || !sorts) return [];
    return FEW.has(searched) || OF_ONE.test(detail) ? [] : [`${detail}, sorted`];
  });
}
