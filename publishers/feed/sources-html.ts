import type { FigureContent, SourceContent } from '../../model/content.ts';
import { isSafeHref } from '../../model/prose.ts';
import { figurePath } from '../addresses.ts';
import { markup, type Markup } from '../html/markup.ts';
import { HEADINGS } from '../wording/headings.ts';
import { describeSource, publishedBy } from '../wording/source-line.ts';

export function sourcesHtml(sources: SourceContent[]): Markup {
  if (sources.length === 0) return markup``;
  return markup`<h2>${HEADINGS.sources}</h2><ol>${sources.map((source) => markup`<li>${sourceHtml(source)}</li>`)}</ol>`;
}

/** Wide enough for a reading column on a dense screen; feed readers do not choose from a srcset. */
const MAX_FIGURE_WIDTH = 960;

export function figureHtml(figure: FigureContent, siteUrl: string): Markup {
  const file = figure.renditions.findLast(({ width }) => width <= MAX_FIGURE_WIDTH) ?? figure.renditions[0];
  if (!file) return markup``;
  const credit = [figure.caption, figure.credit, figure.licence].filter(Boolean).join(' · ');
  const image = markup`<img src="${siteUrl}${figurePath(file.sha256)}" width="${file.width}" height="${
    file.height
  }" alt="${figure.alt}">`;
  return markup`<figure>${image}${credit && markup`<figcaption>${credit}</figcaption>`}</figure>`;
}

function sourceHtml(source: SourceContent): Markup {
  const title = isSafeHref(source.url) ? markup`<a href="${source.url}">${source.title}</a>` : markup`${source.title}`;
  return markup`${title}. ${publishedBy(source)}. ${describeSource(source)}`;
}
