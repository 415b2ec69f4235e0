import type { ReactNode } from 'react';
import type { FigureContent } from '../../model/entries/shared.ts';
import { figureName } from '../../model/figure-name.ts';
import { figurePath } from '../addresses.ts';
import { creditOf, pictureOf } from '../wording/figures.ts';

/** The width a figure takes beside its text; below 640 px the window without its margins. */
const SIZES = '(min-width: 64em) 24rem, (min-width: 40em) 43vw, calc(100vw - 2rem)';

/**
 * A figure with its caption, credit and licence; the picture leads to its largest file. Nothing when it has no files.
 * `sizes`: how wide it is drawn, as in HTML; `widest`: files wider than that are for the picture alone.
 */
export function Figure(props: { figure: FigureContent; sizes?: string; widest?: number }): ReactNode {
  const { figure, sizes = SIZES, widest = 960 } = props;
  const largest = figure.renditions.at(-1);
  const fallback = pictureOf(figure, 640);
  if (!largest || !fallback) return null;
  const drawn = figure.renditions.filter((file) => file.width <= widest || file === fallback);
  const credit = creditOf(figure);
  const href = pathOf(largest);
  return (
    <figure>
      <a href={href}>
        <img
          src={pathOf(fallback)}
          srcSet={drawn.map((file) => `${pathOf(file)} ${file.width}w`).join(', ')}
          sizes={sizes}
          width={largest.width}
          height={largest.height}
          alt={figure.alt}
          loading="lazy"
          decoding="async"
        />
      </a>
      <figcaption>
        {figure.caption !== null && `${figure.caption} `}
        <a href={href}>View larger</a>
        {credit !== '' && (
          <>
            <br />
            {credit}
          </>
        )}
      </figcaption>
    </figure>
  );
}

const pathOf = ({ sha256 }: { sha256: string }): string => figurePath(figureName(sha256));
