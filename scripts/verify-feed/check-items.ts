/** Items of a feed against the rows of the log. Part of `verify-feed.ts`, to be copied with it. */
import { isDeepStrictEqual } from 'node:util';
import { hashOf, latestOf, sha256, signedText, type Keys, type Row } from './check-log.ts';
import { asObject, type Json } from './fetch.ts';

/**
 * Each item says what the latest row of its entry says, and carries the site's seal over every byte of it, the
 * text included. `complete`: the feed has every entry of the log, withdrawn ones too. One line per problem.
 */
export async function checkItems(
  items: Json[],
  rows: Row[],
  { origin, keys, complete }: { origin: string; keys: Keys; complete: boolean },
): Promise<string[]> {
  const latest = latestOf(rows);
  const problems: string[] = [];
  const seen = new Set<string>();
  let above = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const says = asObject(item._imprimatur);
    const row = latest.get(String(says.uid));
    const found = row ? await checkItem(item, says, row, { origin, keys }) : ['is of no entry in the log'];
    if (row && seen.has(row.uid)) found.push('appears more than once');
    if (row && row.seq >= above) found.push('is out of order');
    if (row) seen.add(row.uid);
    above = row?.seq ?? above;
    problems.push(...found.map((line) => `${String(item.id)}: ${line}`));
  }
  if (complete) {
    for (const { uid, seq } of latest.values()) {
      if (!seen.has(uid)) problems.push(`urn:uuid:${uid}: release ${seq} is not in the feed`);
    }
  }
  return problems;
}

async function checkItem(item: Json, says: Json, row: Row, { origin, keys }: { origin: string; keys: Keys }) {
  if (says.seq !== row.seq) return [`shows release ${String(says.seq)}, but ${row.seq} is the latest`];
  const withdrawn = row.kind === 'withdrawn';
  const expected: Json = {
    id: `urn:uuid:${row.uid}`,
    url: `${origin}/${String(row.type)}s/${String(row.slug)}`,
    title: withdrawn ? `Withdrawn: ${String(row.title)}` : row.title,
    date_published: row.firstReleasedAt,
    date_modified: row.releasedAt,
    language: row.locale,
  };
  const { reason, publicNote, withdrawnAt, replacedBy } = asObject(says.retraction);
  const retraction = says.retraction === null ? null : { reason, publicNote, withdrawnAt, replacedBy };
  const expectedRetraction = withdrawn
    ? { reason: row.reason, publicNote: row.publicNote, withdrawnAt: row.releasedAt, replacedBy: row.replacedBy }
    : null;
  return [
    ...Object.keys(expected)
      .filter((name) => !isDeepStrictEqual(item[name], expected[name]))
      .map((name) => `${name} is not what was signed`),
    ...(withdrawn || sha256(String(item.summary)) === row.summaryHash ? [] : ['summary is not what was signed']),
    ...SAID.filter((name) => !isDeepStrictEqual(says[name], row[name])).map((name) => `${name} is not what was signed`),
    ...(isDeepStrictEqual(retraction, expectedRetraction) ? [] : ['retraction is not what was signed']),
    ...(await sealProblems(item, says, keys)),
  ];
}

/** What an item's extension repeats of its row. */
const SAID = [
  ...['logId', 'seq', 'previous', 'hash', 'type', 'uid', 'version', 'revision', 'approvals', 'reviewedAt', 'reviewDue'],
  ...['changeKind', 'changeNote', 'firstReleasedAt', 'releasedAt', 'signature'],
];

async function sealProblems(item: Json, { seal, ...rest }: Json, keys: Keys): Promise<string[]> {
  const signed = await signedText(seal, { typ: 'imprimatur-item+jws', keys, at: Number.MAX_SAFE_INTEGER });
  if ('wrong' in signed) return [`seal: ${signed.wrong}`];
  return signed.text === hashOf({ ...item, _imprimatur: rest }) ? [] : ['its text is not what the site sealed'];
}
