import type { ReactNode } from 'react';
import type { FigureContent } from '../../model/entries/shared.ts';
import { figurePath } from '../addresses.ts';
import { creditOf, pictureOf } from '../wording/figures.ts';

/** The width a figure takes on the page: 46rem at most, else the window without its margins. */
const SIZES = '(min-width: 48em) 46rem, calc(100vw - 2.3rem)';

/** A figure with its caption, credit and licence; the picture leads to its largest file. Nothing when it has no files. */
export function Figure({ figure }: { figure: FigureContent }): ReactNode {
  const largest = figure.renditions.at(-1);
  const fallback = pictureOf(figure, 640);
  if (!largest || !fallback) return null;
  const credit = creditOf(figure);
  return (
    <figure>
      <a href={figurePath(largest.sha256)}>
        <img
          src={figurePath(fallback.sha256)}
          srcSet={figure.renditions.map((file) => `${figurePath(file.sha256)} ${file.width}w`).join(', ')}
          sizes={SIZES}
          width={largest.width}
          height={largest.height}
          alt={figure.alt}
          loading="lazy"
          decoding="async"
        />
        <span>View larger</span>
      </a>
      {(figure.caption !== null || credit !== '') && (
        <figcaption>
          {figure.caption}
          {credit !== '' && <small> {credit}.</small>}
        </figcaption>
      )}
    </figure>
  );
}
