/** One library and an address of each kind of page that the site has, for tests that look at all of them. */
import { matchesPath } from '../../../publishers/http/paths.ts';
import { isMachinePath, SITE_PATHS } from '../../../publishers/site/routes.ts';
import type { FigureContent } from '../../../model/entries/shared.ts';
import type { Release } from '../../../model/release-row.ts';
import { aCause, aGuide, approval, aRedFlag, aTreatment, prose, released, withdrawn } from '../../support/releases.ts';
import { aMedicine, anExercise } from '../../support/treatment-rows.ts';

const figure: FigureContent = {
  alt: 'Drawing of a joint',
  caption: 'A joint',
  credit: 'A test',
  licence: 'CC BY 4.0',
  mailPicture: [],
  renditions: [{ width: 640, height: 480, sha256: 'ab'.repeat(32) }],
};

const section = <Kind extends string>(kind: Kind, text: string) => ({
  kind,
  body: prose(text),
  urgentSigns: [],
  figures: [figure],
});

/** What pages can hold: emergencies, figures, exercises, medicines, a correction, an old release, a withdrawal. */
export function everyKind(): Release[] {
  const gone = released(aCause({ slug: 'gone', title: 'Gone' }), { seq: 7, live: false });
  const emergency = aRedFlag({
    slug: 'cannot-walk',
    title: 'You cannot stand on the leg',
    urgency: 'emergency-now',
    call: { whom: 'emergency-number', say: 'Say that you cannot stand.' },
    do: ['Keep still.'],
    dont: ['Do not walk.'],
    atRisk: ['Older people.'],
  });
  const cause = aCause({
    sections: [section('what-it-is', 'A whole-joint disease.'), section('who-gets-it', 'Older people.')],
    redFlags: [emergency.uid, aRedFlag().uid],
  });
  const treatment = aTreatment({
    kind: 'medication',
    exercises: [anExercise()],
    medicines: [aMedicine()],
    redFlags: [emergency.uid],
  });
  return [
    released(aRedFlag(), { seq: 1 }),
    released(emergency, { seq: 2 }),
    released(treatment, { seq: 3 }),
    released(cause, { seq: 4, live: false }),
    released({ ...cause, summary: 'Other words about the joint.' }, { seq: 5, version: '2.0', changeKind: 'safety' }),
    released(aGuide({ figures: [figure], redFlags: [emergency.uid, aRedFlag().uid] }), { seq: 6 }),
    gone,
    withdrawn(gone, { seq: 8 }),
  ];
}

const CHOSEN: Record<string, string> = {
  '/guides/:slug': '/guides/hip-pain',
  '/causes/:slug': '/causes/hip-osteoarthritis',
  '/treatments/:slug': '/treatments/cold-heat',
  '/red-flags/:slug': '/red-flags/cannot-walk',
  '/clinicians/:slug': `/clinicians/${approval.clinician.slug}`,
  '/corrections/:seq': '/corrections/5',
  '/releases/:seq': '/releases/5',
  '/proof/:seq': '/proof/5',
};

const PAGE_PATHS = SITE_PATHS.filter((path) => !isMachinePath(path.replaceAll(/:\w+/g, 'x')) && !/\.\w+$/.test(path));

/** An address of each path that the site declares; a path without one is listed by `withoutExample`. */
const declared = PAGE_PATHS.map((path) => (path.includes(':') ? (CHOSEN[path] ?? '') : path)).filter(Boolean);

export const withoutExample = PAGE_PATHS.filter((path) => !declared.some((one) => matchesPath(path, one)));

/** Every kind of page, with its status. */
export const PAGE_KINDS: readonly (readonly [string, number])[] = [
  ...declared.map((path) => [path, 200] as const),
  ['/?list=causes', 200],
  ['/search?q=osteoarthritis', 200],
  ['/search?q=zzzz', 200],
  ['/find?location=groin', 200],
  ['/causes/hip-osteoarthritis?release=4', 200],
  ['/guides/hip-pain?numbers=au', 200],
  ['/causes/gone', 410],
  ['/nothing', 404],
];
