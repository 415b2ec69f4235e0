interface Labelled {
  label: string;
}

/** Words of the pages that help to find a page. They say nothing of any condition: that comes from entries. */
export const FINDING = {
  views: { front: 'Front', side: 'Side', back: 'Back' },
  viewOf: (side: 'front' | 'side' | 'back') => `${FINDING.views[side]} view`,
  placeSeen: (number: number, label: string, side: 'front' | 'side' | 'back') =>
    `${number}. ${label}, seen from the ${side}`,
  feltIn: (often: readonly Labelled[], sometimes: readonly Labelled[]) => {
    const parts = [
      ...(often.length > 0 ? [`Mostly felt in: ${inWords(often)}`] : []),
      ...(sometimes.length > 0 ? [`Sometimes felt in: ${inWords(sometimes)}`] : []),
    ];
    return parts.join('. ');
  },
  felt: {
    mostly: (place: string) => `Mostly felt here: ${place}`,
    sometimes: (place: string) => `Sometimes felt here: ${place}`,
  },
  starts: { sudden: 'Starts suddenly', gradual: 'Starts gradually', varies: 'How it starts varies' },
  worseWith: (phrase: string) => `Worse with: ${phrase}`,
  began: { sudden: 'Suddenly', gradual: 'Gradually' },
  /** how many pages a place leads to */
  pages: (count: number) => (count === 1 ? '1 cause' : `${count} causes`),
  found: (count: number, place: string | null) =>
    place === null
      ? `${FINDING.pages(count)} ${count === 1 ? 'fits' : 'fit'} at least one answer`
      : `${FINDING.pages(count)} can be felt here: ${place}`,
  sortedBy: 'Sorted by how many of your answers fit; of those alike, what has the faster warning signs first.',
  finder: 'Symptom finder',
  noDiagnosis: 'This is not a diagnosis. Only somebody who examines you can tell what it is.',
  az: 'A to Z',
  search: 'Search',
} as const;

const inWords = (places: readonly Labelled[]): string => places.map(({ label }) => label).join(', ');
