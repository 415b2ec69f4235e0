/**
 * What stands above the parts of an entry, in every channel. Entries refer to parts by these words
 * (“you find them under ‘When to consult’”), so a part has one name wherever it is read.
 */
export const HEADINGS = {
  sources: 'Sources',
  terms: 'Words on this page',
  termsInMail: 'Words in this lesson',
  relatedPages: 'Related pages',
  // red flag
  call: 'Whom to call',
  callNow: 'Call now',
  say: 'Say first',
  do: 'Do',
  dont: 'Do not',
  untilHelpComes: 'Until help comes: what to do and not to do',
  atRisk: 'Who is at special risk',
  why: 'Why this sign matters',
  mimics: 'What else it may look like',
  // guide
  canWait: 'Book a normal visit',
  places: 'Where does it hurt?',
  placeIsAClue:
    'Choose the place. It gives a clue, not an answer: several causes share one place, and a warning sign always counts more.',
  rankedBy:
    'Ranked by how well research supports it. The bar shows how sure studies make us, not how large the effect is.',
  noPlace: 'Felt in several places',
  emergency: 'Emergency',
  overview: 'Good to know',
  nextSteps: 'Next steps',
  course: 'Learn by email',
  causes: 'Possible causes',
  whenToConsult: 'When to consult',
  treatments: 'What you can do',
  relatedGuides: 'Related guides',
  // cause
  keyFacts: 'At a glance',
  locations: 'Mostly felt in',
  possibleLocations: 'Sometimes felt in',
  onset: 'How it starts',
  worse: 'Worse with',
  better: 'Better with',
  tests: 'Tests',
  specialists: 'Who can help',
  // treatment
  treatment: 'Treatment',
  grade: 'Evidence',
  evidence: 'What the research says',
  cautions: 'Take care',
  interactions: 'Does not go well with',
  dose: 'How much',
  howTo: 'Step by step',
  forWhat: 'For what',
  search: 'Where we looked',
  positions: 'What guidelines say',
  exercises: 'The exercises',
  start: 'Start',
  movement: 'Move',
  progression: 'When it gets easy',
  stopRule: 'When to stop',
  medicines: 'The medicines and their limits',
  mustNot: 'Who must not take it',
  mustAsk: 'Who must ask first',
  maximum: 'The most',
  stopSigns: 'Stop and get help',
  notWith: 'Never together with',
  // course
  action: 'One thing to do',
} as const;
