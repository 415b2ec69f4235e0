import { describe, expect, it } from 'vitest';
import { medicineWords } from '../../../editorial/rules/words/medicine-names.ts';
import { safetyWordsBetween, type SafetyWord } from '../../../editorial/rules/safety-words.ts';

const found = (before: string, after: string, medicines: string[] = []) =>
  safetyWordsBetween(before, after, medicineWords(medicines));
const kinds = (words: SafetyWord[]) => [...new Set(words.map(({ kind }) => kind))];

describe('a word that can hurt', () => {
  it.each([
    ['number', 'Take 2 tablets.', 'Take 20 tablets.'],
    ['number', 'Take one tablet.', 'Take ten tablets.'],
    ['number', 'Rest for 6–8 weeks.', 'Rest for 6–9 weeks.'],
    ['number', 'Rest for 6–8 weeks.', 'Rest for 6 weeks.'],
    ['number', 'A gel of 0.5 per cent.', 'A gel of 5 per cent.'],
    ['number', 'Use .5 ml.', 'Use 5 ml.'],
    ['number', 'Use half of it.', 'Use double of it.'],
    ['number', 'Use ½ of it.', 'Use ¼ of it.'],
    ['number', 'Use 1/2 of it.', 'Use 1/4 of it.'],
    ['number', 'It helps 40% of people.', 'It helps 40 of people.'],
    ['number', 'Wait more than a week.', 'Wait less than a week.'],
    ['number', 'Eat before you run.', 'Eat after you run.'],
    ['number', 'Rest until it settles.', 'Rest after it settles.'],
    ['number', 'At least three times.', 'At most three times.'],
    ['number', 'Not over 65.', 'Not under 65.'],
    ['number', 'At ≥ 38 °C.', 'At ≤ 38 °C.'],
    ['unit', 'Use 500 mg.', 'Use 500 g.'],
    ['unit', 'Use 5 g.', 'Use 5 l.'],
    ['unit', 'Use 5ml.', 'Use 5cl.'],
    ['unit', 'Hold for one hour.', 'Hold for one day.'],
    ['dose', 'One drop.', 'One spoonful.'],
    ['dose', 'Drink it.', 'Inject it.'],
    ['frequency', 'Stretch once.', 'Stretch twice a day.'],
    ['frequency', 'Stretch daily.', 'Stretch weekly.'],
    ['frequency', 'Stretch 3 times.', 'Stretch 3.'],
    ['frequency', 'In the morning.', 'In the evening.'],
    ['negation', 'Do not take it.', 'Take it.'],
    ['negation', 'It is not safe.', 'It is safe.'],
    ['negation', "It isn't safe.", 'It is safe.'],
    ['negation', 'It isn’t harmful.', 'It is harmful.'],
    ['negation', 'You cannot drive.', 'You can drive.'],
    ['negation', 'You cant drive.', 'You can drive.'],
    ['negation', 'With food.', 'Without food.'],
    ['negation', 'If it swells.', 'Unless it swells.'],
    ['negation', 'Never run.', 'Always run.'],
    ['negation', 'Avoid stairs.', 'Use stairs.'],
    ['negation', 'All sports except football.', 'All sports, football too.'],
    ['negation', 'It is likely to heal.', 'It is unlikely to heal.'],
    ['negation', 'A painless lump.', 'A painful lump.'],
    ['negation', 'People with hypertension.', 'People with hypotension.'],
    ['negation', 'The muscle is active.', 'The muscle is inactive.'],
    ['medicine', 'Rest helps.', 'Ibuprofen helps.'],
    ['medicine', 'Rest.', 'Stop taking warfarin.'],
    ['medicine', 'Ask about naproxen.', 'Ask about heparin.'],
    ['urgency', 'Seek help today.', 'Seek help soon.'],
    ['urgency', 'Call 999.', 'Wait and see.'],
    ['urgency', 'Go to A&E.', 'Go home.'],
    ['urgency', 'See someone the same day.', 'See someone.'],
    ['urgency', 'Get help at once.', 'Get help.'],
    ['urgency', 'It is an emergency.', 'It is a nuisance.'],
    ['urgency', 'See a doctor.', 'See a friend.'],
  ])('of %s is found: %s → %s', (kind, before, after) => {
    expect(kinds(found(before, after))).toContain(kind);
    expect(kinds(found(after, before))).toContain(kind);
  });

  it('is named with what happened to it', () => {
    expect(found('Take 2 tablets.', 'Take 20 tablets.')).toEqual([
      { kind: 'number', word: '2', how: 'removed' },
      { kind: 'number', word: '20', how: 'added' },
    ]);
    expect(found('', 'Stop taking Warfarin.')).toEqual([
      { kind: 'negation', word: 'Stop', how: 'added' },
      { kind: 'dose', word: 'taking', how: 'added' },
      { kind: 'medicine', word: 'Warfarin', how: 'added' },
    ]);
  });

  it('is found in a text that is taken away and in one that is new', () => {
    expect(found('Call 999.', '')).not.toEqual([]);
    expect(found('', 'Call 999.')).not.toEqual([]);
  });

  it.each([
    'omeprazole',
    'rosuvastatin',
    'denosumab',
    'lidocaine',
    'rivaroxaban',
    'flucloxacillin',
    'etoricoxib',
    'zoledronic',
  ])('is %s by the ending that medicines have, though no list names it', (medicine) => {
    expect(kinds(found('Ask about it.', `Ask about ${medicine}.`))).toContain('medicine');
  });

  it('is a brand that the installation knows, or that looks like a name', () => {
    expect(found('Zyloprim eases it.', 'Rest eases it.')).toEqual([]);
    expect(kinds(found('Zyloprim eases it.', 'Rest eases it.', ['Zyloprim']))).toEqual(['medicine']);
  });

  it('is every word of a medicine’s name, in one number or the other, but none that stands beside the name', () => {
    const names = ['Boswellia serrata for hip pain', 'Gabapentinoids', 'EPA', 'Medicines for sleep'];
    for (const word of ['boswellia', 'serrata', 'gabapentinoid', 'EPA', 'epa']) {
      expect(kinds(found(`Some ask for ${word} here.`, 'Some ask for it here.', names)), word).toEqual(['medicine']);
    }
    expect(found('The hip is a joint.', 'The hip is the joint for pain in sleep.', names)).toEqual([]);
    expect(kinds(found('Some like fatty food.', 'Some like food.', ['Fatty oil']))).toEqual(['medicine']);
    expect(kinds(found('You can use Zyloprim.', 'You can use heat.'))).toContain('medicine');
  });
});

describe('what such a word rules', () => {
  it.each([
    ['Do not take milk.', 'Do not take cheese.'],
    ['Take 2 tablets with food.', 'Take 2 tablets with wine.'],
    ['Call 999 for chest pain.', 'Call 999 for knee pain.'],
    ['Avoid running.', 'Avoid walking.'],
    ['No heat and cold.', 'No heat or cold.'],
    ['Do not drive after surgery. Rest.', 'Do not drive. After surgery, rest.'],
    ['Milk is a drink. Do not have it with this.', 'Juice is a drink. Do not have it with this.'],
    ['Do not use:\n• milk\n• juice', 'Do not use:\n• water\n• juice'],
    ['# When not to run\nYour knee is swollen.', '# When not to run\nYour knee is stiff.'],
  ])('counts too: %s → %s', (before, after) => {
    expect(found(before, after).map(({ how }) => how)).toContain('changed');
  });

  it.each([
    ['between two lists', 'Do not use:\n• milk\nYou may use:\n• juice', 'Do not use:\n• juice\nYou may use:\n• milk'],
    ['between two lists without marks', 'Do not use:\nmilk\nUse:\njuice', 'Do not use:\njuice\nUse:\nmilk'],
    [
      'between two headings',
      '# Adults\nThe dose is 2 tablets.\n# Children\nThe dose is 1 tablet.',
      '# Adults\nThe dose is 1 tablet.\n# Children\nThe dose is 2 tablets.',
    ],
    ['within a sentence', 'Take 2 at 8 every day.', 'Take 8 at 2 every day.'],
    [
      'between steps',
      '1. Warm it for 5 minutes.\n2. Cool it for 9 minutes.',
      '1. Cool it for 9 minutes.\n2. Warm it for 5 minutes.',
    ],
    [
      'away from what it leans on',
      'Heat helps. Do not do this at night. Cold soothes a sore hip.',
      'Heat helps. Cold soothes a sore hip. Do not do this at night.',
    ],
  ])('is another thing when it moves %s', (_how, before, after) => {
    expect(found(before, after)).not.toEqual([]);
  });
});

describe('no difference to a reader', () => {
  it.each([
    ['the same text', 'Take 2 tablets. Do not run.', 'Take 2 tablets. Do not run.'],
    [
      'a sentence that moved',
      'Rest for 2 days. Call your doctor if it hurts more.',
      'Call your doctor if it hurts more. Rest for 2 days.',
    ],
    [
      'a paragraph that moved',
      'Never run on a sore hip.\nTake 2 tablets with food.',
      'Take 2 tablets with food.\nNever run on a sore hip.',
    ],
    ['items in another order', 'Do not do this:\n• run far\n• jump high', 'Do not do this:\n• jump high\n• run far'],
    [
      'a slip of spelling',
      'Never run before you recieve proper advice.',
      'Never run before you receive proper advice.',
    ],
    ['a slip where nothing can hurt', 'Rest halps.', 'Rest helps.'],
    ['a plural', 'Do not bend your knee.', 'Do not bend your knees.'],
    ['punctuation', 'Take 2, with food; do not run!', 'Take 2 with food. Do not run.'],
    ['casing', 'DO NOT take 2 TABLETS.', 'Do not take 2 tablets.'],
    ['line breaks and spaces', 'Take 2 tablets.\nDo not run.', 'Take  2 tablets. Do not\u00A0run.'],
    ['a contraction', "Don't run. It's not safe.", 'Do not run. It is not safe.'],
    ['the other apostrophe', "Don't run.", 'Don’t run.'],
    ['a number in words', 'Take two tablets.', 'Take 2 tablets.'],
    ['another way to write a number', 'Take 1,000 mg.', 'Take 1000 mg.'],
    ['another dash', 'Wait 6-8 weeks.', 'Wait 6 – 8 weeks.'],
    ['a range in words', 'Wait 6–8 weeks.', 'Wait 6 to 8 weeks.'],
    ['an article', 'Do not bend the knee.', 'Do not bend your knee.'],
    [
      'a heading in other words',
      '# What helps\nTake 2 tablets daily with food.',
      '# What can help\nTake 2 tablets daily with food.',
    ],
    [
      'other words where nothing can hurt',
      'The joint wears and can ache.',
      'The joint wears out, and it can feel stiff.',
    ],
    ['a new sentence where nothing can hurt', 'Do not run.', 'Do not run. The hip is a ball in a socket.'],
  ])('is %s', (_what, before, after) => {
    expect(found(before, after)).toEqual([]);
    expect(found(after, before)).toEqual([]);
  });
});

it('a few people and few people are not the same', () => {
  expect(found('It harms a few people.', 'It harms few people.')).not.toEqual([]);
});

// Without a bound on the diff this takes a minute: the limit is far from both.
it('comes to an end when two long texts have nothing in common', { timeout: 20_000 }, () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${i % 97}x`).join(' ');
  expect(found(`${long('a')} 2`, `${long('b')} 3`)).not.toEqual([]);
});
