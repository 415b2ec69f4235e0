import { Img, Link, Section } from '@react-email/components';
import type { ReactNode } from 'react';
import type { EntryContent } from '../../../model/entries/entries.ts';
import { figuresOf } from '../../../model/entries/references.ts';
import type { FigureContent } from '../../../model/entries/shared.ts';
import { figurePath, pageUrl } from '../../addresses.ts';
import { creditOf, pictureOf } from '../../wording/figures.ts';
import { Small } from './frame.tsx';
import { STYLES } from './theme.ts';

/** What a picture takes of a mail's 592 pixels; on a phone it takes the whole width. */
const WIDTH = 480;

/**
 * The figures of an entry, each once, wherever its text shows them. They are fetched from the site at the same address
 * for every reader (ADR 0073); a program that fetches no pictures shows the alt text in their place.
 */
export function MailFigures({ content, siteUrl }: { content: EntryContent; siteUrl: string }): ReactNode {
  const known = new Map(figuresOf(content).map((figure) => [figure.renditions.at(-1)?.sha256, figure]));
  return [...known].map(([sha256, figure]) => (
    <MailFigure key={sha256} figure={figure} page={pageUrl(siteUrl, content)} siteUrl={siteUrl} />
  ));
}

function MailFigure({ figure, page, siteUrl }: { figure: FigureContent; page: string; siteUrl: string }): ReactNode {
  const file = pictureOf(figure, 2 * WIDTH);
  if (!file) return null;
  const words = [figure.caption, creditOf(figure)].filter(Boolean).join(' ');
  return (
    <Section style={STYLES.figure}>
      <Link href={page} target="_self">
        <Img
          src={`${siteUrl}${figurePath(file.sha256)}`}
          width={WIDTH}
          height={Math.round((file.height * WIDTH) / file.width)}
          alt={figure.alt}
          style={STYLES.picture}
        />
      </Link>
      {words && <Small>{words}</Small>}
    </Section>
  );
}
