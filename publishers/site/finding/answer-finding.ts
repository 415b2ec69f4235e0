import type { Library } from '../../../release-log/library.ts';
import { renderNotFound } from '../../html/messages.tsx';
import type { Rendered } from '../../http/representation.ts';
import type { ReadingContext } from '../view.ts';
import { azPage, azPath, type AzAsked } from './az.ts';
import { knownAnswers, materialOf } from './finder-material.ts';
import { finderPath, type FinderAnswers } from './finder-query.ts';
import type { Finding } from './finding.ts';
import { hasAnswers, renderAz, renderFindChoice, renderFinder, renderSearch } from './render-finding.tsx';
import type { SearchAsked } from './search-query.ts';

export interface FindingContext extends ReadingContext {
  /** the library behind the one of the page, whose questions are not remembered */
  source: Library;
  finding: Finding;
}

/** An answer; its key is null when nobody may keep it: there is no bound to what can be asked. */
interface FindingAnswer {
  key: string | null;
  render: () => Promise<Rendered>;
}

export const searchAnswer = (asked: SearchAsked, context: FindingContext): FindingAnswer => ({
  key: null,
  render: () => renderSearch(asked, { ...context, context }),
});

/** Kept once the index has every other name, of what does not verify too: what changes in any entry makes it anew. */
export async function azAnswer(asked: AzAsked, context: FindingContext): Promise<FindingAnswer> {
  const { finding, source, library } = context;
  const complete = (await finding.follow(source)) && finding.index.unproved() === 0;
  // Asked for so that the page is known to have every entry.
  library.newestFirst();
  const page = azPage(finding.az(source), asked);
  if (!page) return { key: '404', render: () => renderNotFound(context) };
  return { key: complete ? azPath(page.asked) : null, render: () => renderAz(page, context) };
}

/** The finder of the guide that is asked for, of the only one, or of the first that has the place; else the choice. */
export async function finderAnswer(answers: FinderAnswers, context: FindingContext): Promise<FindingAnswer> {
  const material = await materialFor(answers, context);
  if (!material) return { key: finderPath({}), render: () => renderFindChoice(context) };
  const known = knownAnswers(answers, material);
  return {
    key: hasAnswers(known) ? null : finderPath({ guide: known.guide }),
    render: () => renderFinder({ material, answers: known, options: context.finding.options }, context),
  };
}

async function materialFor({ guide, location }: FinderAnswers, context: FindingContext) {
  const { library, source, finding, maps = [] } = context;
  const found = guide === null ? null : library.find('guide', guide);
  if (found && found.status !== 'withdrawn') return materialOf(found.entry, library, maps);
  const guides = library.list('guide');
  const [only, ...others] = guides;
  if (only && others.length === 0) return materialOf(only, library, maps);
  const withPlace = location === null ? null : await finding.guideAt(location, source, maps);
  return withPlace && materialOf(withPlace, library, maps);
}
