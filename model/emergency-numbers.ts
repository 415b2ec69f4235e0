/** Emergency numbers by country: entries write none, channels put them where a care card says to call. */

/** A number and where it is answered. */
export interface EmergencyNumber {
  number: string;
  where: string;
  /** a reader put it first, by this word of an address: their pages carry it on */
  chosen?: EmergencyChoice;
}

/** By ISO 3166 code; the number that brings an ambulance. Leave a country out rather than guess. */
const BY_COUNTRY = {
  ...Object.fromEntries(
    // Directive (EU) 2018/1972, article 109: one number in every member state.
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'
      .split(' ')
      .map((country) => [country, '112']),
  ),
  GB: '999',
  US: '911',
  CA: '911',
  AU: '000',
  NZ: '111',
} as Readonly<Record<string, string>>;

export const EMERGENCY_COUNTRIES = Object.keys(BY_COUNTRY);

/** Readers are anywhere: these stand on every page, whatever the site's own country. */
const ANYWHERE: readonly EmergencyNumber[] = [
  { number: '112', where: 'Europe' },
  { number: '999', where: 'UK' },
  { number: '911', where: 'US, Canada' },
];

/** The numbers to show: the one of the site's own country first; those for readers elsewhere after it. */
export function emergencyNumbers(country: string | null): readonly EmergencyNumber[] {
  const number = country === null ? undefined : BY_COUNTRY[country];
  if (country === null || number === undefined) return ANYWHERE;
  const known = ANYWHERE.find((other) => other.number === number);
  const own = known ?? { number, where: new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country };
  return [own, ...ANYWHERE.filter((other) => other.number !== number)];
}

/** What a reader may choose, by a word for addresses: one country of each that have the same number. */
const CHOOSABLE = { eu: 'AT', gb: 'GB', us: 'US', au: 'AU', nz: 'NZ' } as const;
export type EmergencyChoice = keyof typeof CHOOSABLE;
export const EMERGENCY_CHOICES = Object.keys(CHOOSABLE) as EmergencyChoice[];

/** The numbers of a reader's own choice: theirs first, marked as chosen. */
export const numbersChosen = (choice: EmergencyChoice): readonly EmergencyNumber[] =>
  emergencyNumbers(CHOOSABLE[choice]).map((one, i) => (i === 0 ? { ...one, chosen: choice } : one));

/** What a channel shows that was told of no country. */
export const ANY_COUNTRY = emergencyNumbers(null);

/** `112, 999 or 911` */
export const inOneLine = (numbers: readonly EmergencyNumber[]): string => {
  const [last, ...others] = numbers.map(({ number }) => number).reverse();
  return others.length === 0 ? (last ?? '') : `${others.reverse().join(', ')} or ${last}`;
};
