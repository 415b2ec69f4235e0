import type { CauseContent } from '../../../model/entries/cause.ts';
import { URGENCIES, type Urgency } from '../../../model/entries/red-flag.ts';
import { FINDING } from '../../wording/finding.ts';
import type { FinderAnswers } from './finder-query.ts';
import { saysWorse } from './worse.ts';

/** What the finder asks of a cause. All of it was approved with the cause. */
type Described = Pick<CauseContent, 'locations' | 'possibleLocations' | 'onset' | 'worse'>;

/** A cause with the urgencies of the signs that it names. */
export interface Candidate {
  title: string;
  described: Described;
  urgencies: readonly (Urgency | null)[];
}

/** Why a cause is shown, in words; and what an answer says against it. */
export interface Hit<Of extends Candidate> {
  candidate: Of;
  reasons: string[];
  against: string[];
}

/**
 * The causes that at least one answer fits, those first that most answers fit, of these the most dangerous. With a
 * place only what can be felt there. Without an answer none: this finds pages to read, it does not guess.
 */
export function hitsFor<Of extends Candidate>(candidates: readonly Of[], answers: FinderAnswers): Hit<Of>[] {
  return candidates
    .filter(({ described }) => answers.location === null || feltAt(described, answers.location) !== null)
    .map((candidate) => ({ candidate, ...heldAgainst(candidate.described, answers) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort(
      (a, b) =>
        b.reasons.length - a.reasons.length ||
        a.against.length - b.against.length ||
        byDanger(a.candidate, b.candidate) ||
        typicalFirst(a.candidate, b.candidate, answers.location) ||
        a.candidate.title.localeCompare(b.candidate.title, 'en'),
    );
}

/** Whether a cause is mostly or sometimes felt at a place. */
export function feltAt({ locations, possibleLocations }: Described, slug: string): 'mostly' | 'sometimes' | null {
  if (locations.some((place) => place.slug === slug)) return 'mostly';
  return possibleLocations.some((place) => place.slug === slug) ? 'sometimes' : null;
}

function heldAgainst(described: Described, { location, onset, worse }: FinderAnswers) {
  const reasons: string[] = [];
  const against: string[] = [];
  const felt = location === null ? null : feltAt(described, location);
  const place = [...described.locations, ...described.possibleLocations].find(({ slug }) => slug === location);
  if (felt && place) reasons.push(FINDING.felt[felt](place.label));
  if (onset !== null && described.onset !== null) {
    const fits = described.onset === onset || described.onset === 'varies';
    (fits ? reasons : against).push(FINDING.starts[described.onset]);
  }
  for (const key of worse) {
    const phrase = saysWorse(described.worse, key);
    if (phrase !== null) reasons.push(FINDING.worseWith(phrase));
  }
  return { reasons: [...new Set(reasons)], against };
}

/** The cause first that names the faster sign; of two that do, the one that names more of them. */
function byDanger(a: Candidate, b: Candidate): number {
  for (const urgency of URGENCIES) {
    const of = ({ urgencies }: Candidate) => urgencies.filter((one) => one === urgency).length;
    if (of(a) !== of(b)) return of(b) - of(a);
  }
  return 0;
}

function typicalFirst(a: Candidate, b: Candidate, location: string | null): number {
  if (location === null) return 0;
  const rank = ({ described }: Candidate) => (feltAt(described, location) === 'mostly' ? 0 : 1);
  return rank(a) - rank(b);
}
