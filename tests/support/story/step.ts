import fc from 'fast-check';

/** Entries of one story. */
export const ENTRIES = 2;
export const REVIEWERS = ['reviewer', 'secondReviewer'] as const;
export type Reviewer = (typeof REVIEWERS)[number];

const entry = fc.nat(ENTRIES - 1);
const reviewer = fc.constantFrom(...REVIEWERS);
const anyone = fc.constantFrom('editor' as const, 'editor' as const, 'reviewer' as const);
const one = <Name extends string, Rest extends object>(
  weight: number,
  name: Name,
  rest: { [K in keyof Rest]: fc.Arbitrary<Rest[K]> },
) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(name), entry, ...rest }) as fc.Arbitrary<{ do: Name; entry: number } & Rest>,
});

/** Something that one person does, or the clock. */
const step = fc.oneof(
  one(3, 'edit', { who: anyone, dose: fc.boolean() }),
  one(5, 'submit-for-review', { reply: fc.boolean() }),
  one(6, 'approve', { who: reviewer, release: fc.boolean() }),
  one(2, 'request-changes', { who: reviewer }),
  one(3, 'release', { stale: fc.boolean() }),
  one(2, 'schedule', {}),
  one(2, 'clock', {}),
  one(1, 'withdraw', {}),
  one(1, 'renew-review', { who: reviewer }),
  one(2, 'restore', { version: fc.nat(20) }),
  one(1, 'publish', { draft: fc.boolean() }),
  // Words that must change, and words that somebody else puts in.
  one(1, 'must', { who: reviewer }),
  one(2, 'resolve', {}),
  one(1, 'suggest', { who: reviewer }),
  // What an account is, and whether its clinician may practise.
  one(1, 'role', { who: reviewer, may: fc.boolean() }),
  one(1, 'standing', { who: reviewer, good: fc.boolean() }),
  // All entries of the story as one change set.
  one(1, 'set-made', {}),
  one(2, 'set-submitted', {}),
  one(2, 'set-approved', { who: reviewer }),
  one(2, 'set-released', {}),
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The whole way of one entry, and of a change set, with something else in the midst: step by step few would end. */
const wayOfOne = fc
  .tuple(entry, step)
  .map(([of, between]): Step[] => [
    { do: 'submit-for-review', entry: of, reply: true },
    { do: 'approve', entry: of, who: 'reviewer', release: false },
    between,
    { do: 'approve', entry: of, who: 'secondReviewer', release: false },
    { do: 'release', entry: of, stale: false },
  ]);
const wayOfASet = step.map((between): Step[] => [
  { do: 'set-made', entry: 0 },
  { do: 'set-submitted', entry: 0 },
  { do: 'set-approved', entry: 0, who: 'reviewer' },
  between,
  { do: 'set-approved', entry: 0, who: 'secondReviewer' },
  { do: 'set-released', entry: 0 },
]);

/** Anything that could happen to the entries of a story, one after the other. */
export const story = ({ least, most }: { least: number; most: number }): fc.Arbitrary<Step[]> =>
  fc
    .array(
      fc.oneof(
        { weight: 12, arbitrary: step.map((single) => [single]) },
        { weight: 2, arbitrary: wayOfOne },
        { weight: 1, arbitrary: wayOfASet },
      ),
      {
        minLength: least,
        maxLength: most,
      },
    )
    .map((parts) => parts.flat());

/** However slow the machine is: stories in which readers get something, by an entry's own verbs and as a change set. */
export const PLAIN: Step[] = [
  { do: 'submit-for-review', entry: 0, reply: false },
  { do: 'approve', entry: 0, who: 'reviewer', release: true },
  { do: 'edit', entry: 0, who: 'editor', dose: false },
  { do: 'set-made', entry: 0 },
  { do: 'set-submitted', entry: 0 },
  { do: 'set-approved', entry: 0, who: 'secondReviewer' },
  { do: 'set-released', entry: 0 },
];
/** What is in the way of a release, one by one. */
export const IN_THE_WAY: Step[] = [
  { do: 'submit-for-review', entry: 0, reply: false },
  { do: 'must', entry: 0, who: 'reviewer' },
  { do: 'approve', entry: 0, who: 'secondReviewer', release: true },
  { do: 'resolve', entry: 0 },
  { do: 'approve', entry: 0, who: 'secondReviewer', release: false },
  { do: 'standing', entry: 0, who: 'secondReviewer', good: false },
  { do: 'release', entry: 0, stale: false },
  { do: 'suggest', entry: 0, who: 'reviewer' },
  { do: 'submit-for-review', entry: 0, reply: false },
  { do: 'approve', entry: 0, who: 'reviewer', release: true },
  { do: 'standing', entry: 0, who: 'secondReviewer', good: true },
  { do: 'approve', entry: 0, who: 'secondReviewer', release: true },
];
