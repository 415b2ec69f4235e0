import { group, list } from './describe/composed.ts';
import { reference } from './describe/reference.ts';
import { prose, text } from './describe/text.ts';
import { entry } from './entry.ts';
import type { ValueOf } from './field.ts';
import { common, figures, icd10, ON_THE_PAGE, references, summary, urgentSigns, words } from './shared.ts';

/** A page that leads through a complaint: its causes, its red flags, what to do. */
export const guide = entry('guide', {
  ...common({ safety: 'by-words' }),
  summary,
  bodyArea: text({
    safety: 'by-words',
    notShown: { ...ON_THE_PAGE, feed: 'the title of a guide names its body area' },
  }),
  intro: prose({ safety: 'by-words', required: { code: 'body-missing', say: 'Write the introduction.' } }),
  redFlags: references('red-flag', { safety: 'always' }),
  causes: references('cause', { safety: 'always', notShown: ON_THE_PAGE }),
  whenToConsult: list(
    group({
      key: text({
        required: true,
        running: false,
        notShown: { site: 'it names the row', feed: 'it names the row', mail: 'it names the row' },
      }),
      sign: text({ required: true }),
      explanation: text({ long: true, required: true }),
      urgentSigns,
    }),
    { keyedBy: 'key' },
  ),
  treatments: references('treatment', { safety: 'always', notShown: ON_THE_PAGE }),
  closing: prose({ safety: 'by-words', notShown: ON_THE_PAGE }),
  figures,
  relatedGuides: list(reference(['guide'], { optional: true }), { safety: 'never', notShown: ON_THE_PAGE }),
  keywords: words({ safety: 'never', running: false, notShown: ON_THE_PAGE }),
  icd10,
});
export type GuideContent = ValueOf<typeof guide>;
