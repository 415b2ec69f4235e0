/**
 * The words that can hurt when they are wrong, for an installation that writes English. The one place to add
 * to, and to replace for another language. A word that is missing here is not lost by that alone: see
 * `safety-words.ts` on what a changed sentence inherits from the words around it.
 */
const LISTED_KINDS = ['number', 'unit', 'dose', 'frequency', 'negation', 'medicine', 'urgency'] as const;
type ListedKind = (typeof LISTED_KINDS)[number];
/** Beside the listed ones: where a link leads, and what is not understood (an unknown sign, another alphabet). */
export type SafetyKind = ListedKind | 'link' | 'unread';

const words = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean);

/** Words of number with the digits they stand for: “two tablets” says what “2 tablets” says. */
export const NUMERALS = new Map(
  words(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  )
    .map((word, i): [string, string] => [word, String(i)])
    .concat(
      words('thirty forty fifty sixty seventy eighty ninety hundred').map((word, i) => [word, String(30 + i * 10)]),
    ),
);

/**
 * Words that rule their sentence: when one of them stands in it, a change of any other word counts, because what
 * is dosed, denied or urgent is said by those. Plurals are listed where the plain word is.
 */
const RULING: Record<ListedKind, string> = {
  number: `
    thousand million dozen half halves thirds quarter quarters double doubled doubles doubling triple tripled percent
    minus percentage maximum minimum max min exceed exceeds exceeded exceeding limit limits`,
  unit: `
    mg milligram milligrams milligramme milligrammes gram grams gramme grammes kg kilo kilos kilogram kilograms mcg μg ug ng
    microgram micrograms nanogram nanograms ml millilitre millilitres milliliter milliliters cl centilitre centilitres dl litre
    litres liter liters pint pints iu unit units mmol mol mosm meq kcal kj calorie calories joule joules mm millimetre
    millimetres cm centimetre centimetres metre metres meter meters km kilometre kilometres inch inches feet yard yards mile
    miles lb lbs pound pounds oz ounce ounces seconds sec secs minute minutes mins hour hours hr hrs day days week weeks
    fortnight fortnights month months year years yr yrs decade decades degree degrees celsius fahrenheit hz watt watts volt
    volts mmhg bpm bmi`,
  dose: `
    dose doses dosed dosing dosage dosages overdose overdoses strengths concentration tablet tablets tab tabs pill pills capsule
    capsules caplet caplets drop drops spoon spoons spoonful spoonfuls teaspoon teaspoons teaspoonful tablespoon tablespoons
    tablespoonful tsp tbsp puff puffs spray sprays sachet sachets suppository suppositories ampoule ampoules lozenge lozenges
    syringe syringes injection injections infusion infusions patch patches glass glasses cup cups take takes taking taken took
    swallow swallows swallowing swallowed inject injects injecting injected inhale inhales inhaling inhaled dissolve chew
    repetition repetitions reps`,
  frequency: `
    tds bd qds prn tid bid qid nocte mane biweekly bimonthly annual annually quarterly
    daily weekly monthly yearly hourly nightly fortnightly once twice thrice every per times repeat repeats repeated`,
  negation: `
    not no never nobody nothing nor neither without unless avoid avoids avoided avoiding except excepting excluding exclude
    excludes stop stops stopped stopping quit cease pause discontinue skip refuse refrain forbid forbids forbidden prohibited
    banned omit omits omitting omitted withhold withholds halt abstain safe safely safer safest safety harm harms harmed harmful danger dangers dangerous contraindicated`,
  medicine: `
    medicine medicines medication medications drug drugs remedy remedies painkiller painkillers analgesic analgesics analgesia
    anaesthetic anaesthetics anesthetic anesthetics antibiotic antibiotics steroid steroids corticosteroid corticosteroids
    cortisone nsaid nsaids opioid opioids opiate opiates statin statins anticoagulant anticoagulants thinner thinners diuretic
    diuretics antidepressant antidepressants ssri ssris sedative sedatives relaxant relaxants laxative laxatives antacid antacids
    antihistamine antihistamines inhaler inhalers vaccine vaccines vaccination supplement supplements vitamin vitamins herbal
    herb herbs gel gels cream creams ointment ointments balm alcohol grapefruit
    paracetamol acetaminophen aspirin acetylsalicylic codeine dihydrocodeine morphine tramadol tapentadol methadone pethidine
    heroin cannabis cannabidiol cbd thc ketamine warfarin heparin clopidogrel digoxin amiodarone insulin metformin lithium
    methotrexate colchicine allopurinol baclofen quinine capsaicin menthol salicylate salicylates diclofenac celecoxib naproxen
    codamol dydramol ketorolac nefopam naloxone levothyroxine thyroxine hydrocortisone adrenaline epinephrine salbutamol nicotine caffeine
    glucosamine chondroitin turmeric curcumin ginger magnesium calcium potassium iron zinc omega melatonin wintergreen eucalyptus
    arnica ibuprofen amitriptyline duloxetine pregabalin gabapentin diazepam botox botulinum cyclosporine ciclosporin tacrolimus`,
  urgency: `
    now immediate immediately emergency emergencies urgent urgently today tonight tomorrow promptly straightaway wait waits
    waiting delay delays delaying ambulance hospital er icu call calls calling phone ring dial seek seeks poison poisoning`,
};

/** Words that count when they themselves come, go or change, and rule nothing around them. */
const OWN: Partial<Record<ListedKind, string>> = {
  number: `
    second third fourth fifth sixth seventh eighth ninth tenth last both either single pair couple several score
    one few fewer fewest none only more less lesser least most than enough over under above below beyond within between before
    after until till since longer shorter higher lower highest lowest longest shortest larger smaller largest smallest greater
    greatest sooner earlier later older younger faster slower stronger weaker heavier lighter increase increases increased
    increasing decrease decreases decreased decreasing reduce reduces reduced reducing raise raises raised raising`,
  unit: 'stone stones foot age aged',
  dose: 'strength shot shots portion portions serving servings set sets sip',
  frequency: `
    each always often frequent frequently sometimes rare rarely seldom usually regular regularly occasional occasionally again
    alternate continuous continuously constant constantly intermittent repeatedly morning mornings afternoon evening evenings
    night nights weekend weekends pm bedtime noon midday midnight meal meals mealtime mealtimes breakfast start starts started starting continue
    continues continued continuing`,
  negation: `
    nowhere hardly barely scarcely fail fails failed instead rather lack lacks lacking absent absence free risk risks risky
    beware caution prevent prevents prevented
    suitable allowed allow allows must should ought against despite otherwise`,
  urgency: `
    fatal lethal deadly death deaths die dies serious seriously critical threatening
    soon casualty consult consults contact contacts contacted doctor doctors gp gps pharmacist pharmacists nurse nurses midwife
    paramedic paramedics surgeon surgeons physician physicians prescriber sudden suddenly severe warning delayed called
    hospitals`,
};

const byWord = (lists: Partial<Record<ListedKind, string>>): [string, SafetyKind][] =>
  LISTED_KINDS.flatMap((kind) => words(lists[kind] ?? '').map((word): [string, SafetyKind] => [word, kind]));

/** The kind of a word in small letters. */
export const KIND_OF_WORD: ReadonlyMap<string, SafetyKind> = new Map([...byWord(OWN), ...byWord(RULING)]);
export const RULES_NOTHING: ReadonlySet<string> = new Set(byWord(OWN).map(([word]) => word));

/** Words that say what something does to somebody, or how well that is known. */
export const EFFECTS: ReadonlySet<string> = new Set(
  words(`
    effect effects effective ineffective benefit benefits relieve relieves relieved relief reduce reduces reduced
    improve improves improved improvement worsen worsens prevent prevents prevented protect protects risk risks
    trial trials study studies evidence research proven proved shown guideline guidelines`),
);

/**
 * Words that names of medicines hold beside the name, as in “medicines for nerve pain” or “fatty acids”. One that is
 * missing here makes its word a medicine wherever it stands: too many, never too few.
 */
export const ORDINARY_IN_NAMES: ReadonlySet<string> = new Set(
  words(`
    and or for from in into of on off the to by with as is at your its other some all any
    hip hips joint joints bursa back leg legs knee nerve nerves muscle muscles bone bones tendon skin mouth body heart
    pain painful pains ache aches relief relieving radiating sciatica arthritis osteoarthritis inflammatory inflammation anti
    sleep treatment treatments therapy products product natural dietary food foods oil oils acid acids fatty plant plants
    essential extract extracts powder liquid oral topical strong weak mild plain short long acting used prescribed prescription`),
);

/** Words that are urgent only side by side. */
export const PHRASES: readonly (readonly [string[], SafetyKind])[] = (
  [
    ['same day', 'urgency'],
    ['at once', 'urgency'],
    ['straight away', 'urgency'],
    ['right away', 'urgency'],
    ['get help', 'urgency'],
    ['go to', 'urgency'],
    ['per cent', 'number'],
    ['up to', 'number'],
    ['as needed', 'frequency'],
  ] as const
).map(([phrase, kind]) => [words(phrase), kind]);

/** Signs that join words and say nothing that a reader acts on. Any other sign counts (`plain.ts`). */
export const ORDINARY_SIGNS: ReadonlySet<string> = new Set(words("/ & ? $ £ € @ ™ ® © '"));

/** One letter is a unit behind a number alone. */
export const UNITS_BEHIND_NUMBERS = new Set(words('g l m h s d w y k c f u in st am pm'));

/**
 * Endings and beginnings by which medicines are named (the stems of the WHO's international nonproprietary
 * names), for the ones that nobody listed. Too wide on purpose: “chair” would be worth it for one medicine.
 */
export const MEDICINE_STEM = new RegExp(
  `^(${[
    '.+(statin|profen|mab|caine|xaban|gatran|parin|grel|cillin|cycline|floxacin|mycin|micin|thromycin|sulfam.+|azole|bendazole)',
    '.+(olol|pril|sartan|dipine|thiazide|semide|lactone|gliptin|gliflozin|glitazone|glutide|tidine|prazole|setron|triptan)',
    '.+(fenac|oxicam|coxib|bufen|metacin|gabalin|gabapentin|racetam|oxetine|pramine|triptyline|azepam|zolam|zepine|azine|idone|apine)',
    '.+(dronate|dronic|sone|solone|onide|terol|tropium|lukast|tinib|ciclib|cept|kinra|poetin|grastim|platin|rubicin|taxel|trexate)',
    '.+(morphone|codone|orphan|orphine|fentanil|fentanyl|adol|vir|quine|asteride|fibrate|barbital|barbitone|zosin|curium|formin)',
    '(cef|sulfa|sulpha|pred|cort|oestr|estr|levo|dexa).{3,}',
  ].join('|')})s?$`,
  'u',
);

/** Words that deny by how they begin or end: unsafe, non-stop, contraindicated, harmless. */
export const DENYING =
  /^(un(?!der|it|iq|iv|til|to)[a-z]{3,}|non.*|contra[a-z]+|dis(?:continu|allow|courag|approv|regard|abl)[a-z]*|in(?:effective|active|sufficient|correct|appropriate|adequate|capable|complete|accurate|advisable)[a-z]*|im(?:possible|proper|mobile)[a-z]*|ir(?:regular|reversible)[a-z]*|.{2,}less(?:ly)?)$/u;

/** Beginnings and endings that turn a word into its opposite: likely/unlikely, hypertension/hypotension. */
export const OPPOSITE_BEGINNINGS: readonly (readonly [string, string])[] = [
  ...words('un in im il ir non dis mis a an de anti counter').map((denied) => [denied, ''] as const),
  ['hyper', 'hypo'],
  ['hyper', ''],
  ['hypo', ''],
  ['pre', 'post'],
  ['intra', 'inter'],
  ['ab', 'ad'],
  ['under', 'over'],
];
export const OPPOSITE_ENDINGS: readonly (readonly [string, string])[] = [
  ['less', 'ful'],
  ['lessly', 'fully'],
  ['less', ''],
];

/** Words that carry nothing a reader acts on. Everything that is not here counts. */
export const EMPTY_WORDS = new Set(words('a an the your please also simply really'));

/** Behind these “a” is part of an amount: a few people are some, few people are hardly any. */
export const AMOUNTS_WITH_A = new Set(words('few little lot couple bit'));

/** Words that lean on the sentence before: what it says cannot be told without it. */
export const LEANING = new Set(
  words(
    'this that these those them such otherwise instead either neither same former latter then so but and or nor however also above below',
  ),
);
/** Leaning too, unless they speak of the reader's own state, as in “if it hurts”. */
export const LEANING_PRONOUNS = new Set(words('it they he she its their one ones'));
export const BEFORE_OWN_STATE = new Set(words('if when until unless while because as where once'));

/** Ends of a word with a full stop that end no sentence. */
export const ABBREVIATIONS = new Set(words('e.g i.e approx max min no dr mr mrs ms prof vs etc ca incl st fig'));
