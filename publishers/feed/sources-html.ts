import type { FigureContent, SourceContent } from '../../editorial/content.ts';
import { isSafeHref } from '../../editorial/prose.ts';
import { markup, type Markup } from './markup.ts';
import { figureUrl } from './urls.ts';
import { SOURCE_WORDS } from './words.ts';

export function sourcesHtml(sources: SourceContent[]): Markup {
  if (sources.length === 0) return markup``;
  return markup`<h2>Sources</h2><ol>${sources.map((source) => markup`<li>${sourceHtml(source)}</li>`)}</ol>`;
}

/** Wide enough for a reading column on a dense screen; feed readers do not choose from a srcset. */
const MAX_FIGURE_WIDTH = 960;

export function figureHtml(figure: FigureContent, siteUrl: string): Markup {
  const file = figure.renditions.findLast(({ width }) => width <= MAX_FIGURE_WIDTH) ?? figure.renditions[0];
  if (!file) return markup``;
  const credit = [figure.caption, figure.credit, figure.licence].filter(Boolean).join(' · ');
  const image = markup`<img src="${figureUrl(siteUrl, file.sha256)}" width="${file.width}" height="${
    file.height
  }" alt="${figure.alt}">`;
  return markup`<figure>${image}${credit && markup`<figcaption>${credit}</figcaption>`}</figure>`;
}

function sourceHtml(source: SourceContent): Markup {
  const title = isSafeHref(source.url) ? markup`<a href="${source.url}">${source.title}</a>` : markup`${source.title}`;
  const rest = [
    source.publisher,
    source.year,
    SOURCE_WORDS[source.kind],
    source.doi && `doi:${source.doi}`,
    source.pmid && `PMID ${source.pmid}`,
    source.accessedOn && `accessed ${source.accessedOn}`,
  ].filter(Boolean);
  return markup`${title}. ${rest.join(', ')}.`;
}
