import type { Library, LibraryEntry } from '../../../release-log/library.ts';
import type { LetterLink } from './letters.tsx';

/** A name, and the live entry that it leads to. */
export interface AzLine {
  name: string;
  entry: LibraryEntry;
  /** it is another name of the entry */
  isSynonym: boolean;
}

/** All names by their first letter, letters in the order of the alphabet. */
export type Az = ReadonlyMap<string, readonly AzLine[]>;

const OTHER = '0–9';
const ALPHABET = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const LETTERS: readonly string[] = [...ALPHABET, OTHER];

/** With more names than this each letter has a page of its own. */
const MOST_ON_ONE_PAGE = 400;
/** Names on one page of a letter. */
const PAGE = 200;

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Every live entry by its title and by its other names; those of a letter in no order yet. */
export function azOf(library: Library, synonymsOf: (entry: LibraryEntry) => readonly string[]): Az {
  const az = new Map<string, AzLine[]>(LETTERS.map((letter) => [letter, []]));
  // Not the lists by title: sorting ten thousand at once would keep others waiting, and a page sorts its own letter.
  for (const { uid } of library.newestFirst()) {
    const entry = library.live(uid);
    if (!entry) continue;
    const { title } = entry;
    az.get(letterOf(title))?.push({ name: title, entry, isSynonym: false });
    for (const name of synonymsOf(entry)) {
      if (name.toLowerCase() !== title.toLowerCase()) az.get(letterOf(name))?.push({ name, entry, isSynonym: true });
    }
  }
  return az;
}

const inOrder = (lines: readonly AzLine[]): AzLine[] => [...lines].sort((a, b) => collator.compare(a.name, b.name));

const letterOf = (name: string): string => {
  const first = name.normalize('NFKD').charAt(0).toUpperCase();
  return ALPHABET.includes(first) ? first : OTHER;
};

export interface AzAsked {
  letter: string | null;
  page: number;
}

/** `?letter=h&page=2`; what is no letter or page is as good as not said. */
export function azIn(search: URLSearchParams): AzAsked {
  const asked = search.get('letter')?.slice(0, 3).toUpperCase() ?? '';
  const letter = asked === '0' ? OTHER : (ALPHABET.find((one) => one === asked) ?? null);
  const page = Number(/^[1-9]\d{0,4}$/.exec(search.get('page') ?? '')?.[0] ?? 1);
  return { letter, page: letter === null ? 1 : page };
}

export const azPath = ({ letter, page }: AzAsked): string =>
  letter === null
    ? '/a-z'
    : `/a-z?letter=${letter === OTHER ? '0' : letter.toLowerCase()}${page > 1 ? `&page=${page}` : ''}`;

export interface AzPage {
  asked: AzAsked;
  groups: { letter: string; lines: readonly AzLine[] }[];
  letters: LetterLink[];
  /** names in all */
  total: number;
  pages: number;
}

/** One page: all names while they are few, else those of a letter, the first that has any unless one is asked for. */
export function azPage(az: Az, asked: AzAsked): AzPage | null {
  const total = countOf(az);
  const whole = total <= MOST_ON_ONE_PAGE && asked.letter === null;
  const letter = asked.letter ?? LETTERS.find((one) => (az.get(one) ?? []).length > 0) ?? 'A';
  const lines = inOrder(az.get(letter) ?? []);
  const pages = whole ? 1 : Math.max(1, Math.ceil(lines.length / PAGE));
  if (asked.page > pages) return null;
  const groups = whole
    ? [...az].map(([one, all]) => ({ letter: one, lines: inOrder(all) })).filter((group) => group.lines.length > 0)
    : [{ letter, lines: lines.slice((asked.page - 1) * PAGE, asked.page * PAGE) }];
  return {
    asked: { ...asked, letter: whole ? null : letter },
    groups,
    letters: lettersOf(az, whole ? null : letter),
    total,
    pages,
  };
}

/** The alphabet as links: to a part of the page while all names are on one, else to the page of the letter. */
export function lettersOf(az: Az, chosen: string | null): LetterLink[] {
  const whole = countOf(az) <= MOST_ON_ONE_PAGE;
  return [...az].map(([letter, lines]) => ({
    letter,
    href: lines.length === 0 ? null : whole ? `/a-z#${anchorOf(letter)}` : azPath({ letter, page: 1 }),
    chosen: letter === chosen,
  }));
}

export const anchorOf = (letter: string): string => (letter === OTHER ? 'other' : letter.toLowerCase());

const countOf = (az: Az): number => [...az.values()].reduce((sum, lines) => sum + lines.length, 0);
