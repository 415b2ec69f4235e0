import { citationsOf } from '../../model/entries/citations.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import { leavesOf } from '../../model/entries/leaves.ts';
import { blocking, warning, type Issue } from '../../model/issue.ts';
import { citationsIn, type Block, type Prose } from '../../model/prose.ts';
import { proseToText } from '../../model/prose-text.ts';
import { isClaim } from './words/claims.ts';

/** What running text needs: sources that the entry lists behind its citations, columns with names, claims with citations. */
export const proseRequirements = (content: EntryContent): Issue[] => [...unlisted(content), ...inTexts(content)];

function unlisted(content: EntryContent): Issue[] {
  const listed = new Set(content.sources.map(({ slug }) => slug));
  const missing = citationsOf(content)
    .filter(({ citation }) => !listed.has(citation.source))
    .map(({ path, citation: { source } }) => [`${path} ${source}`, { path, source }] as const);
  return [...new Map(missing).values()].map(({ path, source }) =>
    blocking(
      'citation-unlisted',
      path,
      `Cites ${source}, which is not among the sources. Add it there, or remove the mark.`,
    ),
  );
}

function inTexts(content: EntryContent): Issue[] {
  const isStrict = content.type === 'treatment' || content.type === 'red-flag';
  return leavesOf(content).flatMap(({ path, field, value }) => {
    if (field.kind !== 'prose') return [];
    // What stands under a prose field is prose: its shape was parsed with the content.
    const prose = value as Prose;
    return [...unnamedColumns(prose, path), ...(isStrict ? uncitedClaims(prose, path) : [])];
  });
}

/** Whoever hears a table hears each cell behind the name of its column (WCAG 2.2, 1.3.1). */
const unnamedColumns = (prose: Prose, path: string): Issue[] =>
  prose.some((block) => block.kind === 'table' && block.head.length === 0)
    ? [
        blocking(
          'table-header-missing',
          path,
          'Make the first row of the table a header row, with a name for each column.',
        ),
      ]
    : [];

const BEGINNING = 60;

/** A list or table is cited when the paragraph that leads to it is. */
function uncitedClaims(prose: Prose, path: string): Issue[] {
  const isCited = (block: Block | undefined) => block !== undefined && citationsIn([block]).length > 0;
  return prose.flatMap((block, i) => {
    const before = prose[i - 1];
    const leads = (block.kind === 'list' || block.kind === 'table') && before?.kind === 'paragraph';
    if (block.kind === 'heading' || isCited(block) || (leads && isCited(before))) return [];
    const text = proseToText([block]);
    if (!isClaim(text)) return [];
    const beginning = text.length > BEGINNING ? `${text.slice(0, BEGINNING).trim()}…` : text;
    const say = `“${beginning.replaceAll('\n', ' ')}” tells a number or an effect. Cite the source at the end of the claim.`;
    return [warning('claim-without-citation', path, say)];
  });
}
