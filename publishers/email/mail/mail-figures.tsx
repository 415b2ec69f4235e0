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

/** Figures of an entry, with the way to its page. */
interface FiguresProps {
  figures: readonly FigureContent[];
  entry: EntryContent;
  siteUrl: string;
}

/**
 * The figures that stand in no row of an entry, each once, whatever section shows them on the page. Pictures are
 * fetched from the site at the same address for every reader (ADR 0073); a program that fetches none shows the alt text.
 */
export function OtherFigures({ entry, siteUrl }: Omit<FiguresProps, 'figures'>): ReactNode {
  const inRows = entry.type === 'treatment' ? entry.exercises.flatMap(({ figures }) => figures.map(fileOf)) : [];
  const others = new Map(figuresOf(entry).map((figure) => [fileOf(figure), figure]));
  const figures = [...others].filter(([file]) => !inRows.includes(file)).map(([, figure]) => figure);
  return <MailFigures figures={figures} entry={entry} siteUrl={siteUrl} />;
}

export const MailFigures = ({ figures, entry, siteUrl }: FiguresProps): ReactNode =>
  figures.map((figure) => (
    <MailFigure key={fileOf(figure)} figure={figure} page={pageUrl(siteUrl, entry)} siteUrl={siteUrl} />
  ));

const fileOf = ({ renditions }: FigureContent) => renditions.at(-1)?.sha256;

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
