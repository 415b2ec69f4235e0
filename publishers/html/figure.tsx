import type { ReactNode } from 'react';
import type { FigureContent } from '../../model/entries/shared.ts';
import { figurePath } from '../addresses.ts';

/** The width a figure takes on the page: 46rem at most, else the window without its margins. */
const SIZES = '(min-width: 48em) 46rem, calc(100vw - 2.3rem)';

/** A figure with its caption, credit and licence; nothing when it has no files. */
export function Figure({ figure }: { figure: FigureContent }): ReactNode {
  const largest = figure.renditions.at(-1);
  if (!largest) return null;
  const fallback = figure.renditions.find(({ width }) => width >= 640) ?? largest;
  const credit = [figure.credit, figure.licence].filter((part) => part !== null && part !== '').join(', ');
  return (
    <figure>
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
      {(figure.caption !== null || credit !== '') && (
        <figcaption>
          {figure.caption}
          {credit !== '' && <small> {credit}.</small>}
        </figcaption>
      )}
    </figure>
  );
}
