import { Img } from '@react-email/img';
import { Link } from '@react-email/link';
import { Section } from '@react-email/section';
import type { ReactNode } from 'react';
import type { EntryContent } from '../../../model/entries/entries.ts';
import type { FigureContent } from '../../../model/entries/shared.ts';
import { figurePath, pageUrl } from '../../addresses.ts';
import { creditOf, pictureOf } from '../../wording/figures.ts';
import { Small } from './frame.tsx';
import { STYLES } from './theme.ts';

/** What a picture takes of a mail's 592 pixels; on a phone it takes the whole width. */
const WIDTH = 480;

/** Figures of what a mail shows of an entry, each leading to the entry's page. */
interface FiguresProps {
  figures: readonly FigureContent[];
  entry: EntryContent;
  siteUrl: string;
}

/**
 * Pictures are fetched from the site at the same address for every reader (ADR 0073); a program that fetches none shows
 * the alt text.
 */
export const MailFigures = ({ figures, entry, siteUrl }: FiguresProps): ReactNode =>
  figures.map((figure, i) => (
    <MailFigure key={i} figure={figure} leadsTo={pageUrl(siteUrl, entry)} siteUrl={siteUrl} />
  ));

/** The picture of the lesson itself leads to nothing but itself. */
export const LessonFigures = ({ figures, siteUrl }: Omit<FiguresProps, 'entry'>): ReactNode =>
  figures.map((figure, i) => <MailFigure key={i} figure={figure} leadsTo={null} siteUrl={siteUrl} />);

/** Many programs of the desktop show no WebP: a mail has a file of its own, figures from before that have none. */
function fileOf(figure: FigureContent) {
  const [own] = figure.mailPicture;
  if (own) return { ...own, path: figurePath(own.sha256, own.format) };
  const file = pictureOf(figure, 2 * WIDTH);
  return file && { ...file, path: figurePath(file.sha256) };
}

function MailFigure(props: { figure: FigureContent; leadsTo: string | null; siteUrl: string }): ReactNode {
  const { figure, leadsTo, siteUrl } = props;
  const file = fileOf(figure);
  if (!file) return null;
  const words = [figure.caption, creditOf(figure)].filter(Boolean).join(' ');
  return (
    <Section style={STYLES.figure}>
      <Link href={leadsTo ?? siteUrl + file.path} target="_self">
        <Img
          src={siteUrl + file.path}
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
