import type { EntryContent } from '../../model/entries/entries.ts';
import { leavesOf, type Leaf } from '../../model/entries/leaves.ts';
import { asksForMore } from '../../model/entries/lesson-parts.ts';
import { summaryOf } from '../../model/entries/references.ts';
import type { TermContent } from '../../model/entries/shared.ts';
import { spoken } from '../../model/entries/spoken.ts';
import { placeOf } from '../../model/entries/terms.ts';
import { askedOf, type LessonMaterial } from './lesson-material.ts';

type Material = Pick<LessonMaterial, 'course' | 'lesson' | 'entries'>;

/**
 * The words that the texts of a lesson use and their entries explain, each once: its own words, and of each entry what
 * it shows. `isFull`: the mail has room for what the lesson asks of the entry at this place.
 */
export function wordsUsed({ course, lesson, entries }: Material, isFull: (at: number) => boolean): TermContent[] {
  const place = `lessons.${lesson.key}.`;
  const texts = [
    { terms: course.content.terms, text: textOf(course.content, (leaf) => leaf.place.startsWith(place)) },
    ...entries.map(({ uid, title, snapshot }, i) => {
      const asked = askedOf(lesson, uid);
      const isShown = ({ place: at, notShown }: Leaf) => {
        const [field, kind = ''] = at.split('.');
        return field === 'sections' ? asked.parts.some((part) => part === kind) : notShown.mail === undefined;
      };
      const more = isFull(i) && asksForMore(asked) ? textOf(snapshot, isShown) : '';
      return { terms: snapshot.terms, text: `${title}\n${summaryOf(snapshot)}\n${more}` };
    }),
  ];
  const used = texts.flatMap(({ terms, text }) => terms.filter((term) => placeOf(term, text) !== null));
  return [...new Map(used.map((term) => [term.slug, term])).values()];
}

const textOf = (content: EntryContent, isShown: (leaf: Leaf) => boolean): string =>
  leavesOf(content)
    .filter((leaf) => leaf.running && isShown(leaf))
    .map(({ field, value }) => spoken(field).plain(value))
    .join('\n');
