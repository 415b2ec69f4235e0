import { describe, expect, it } from 'vitest';
import { MOST_PASTED, readCitation } from '../../../admin/sources/read-citation.ts';

const RIS = `TY  - JOUR
TI  - Exercise for a joint
JO  - Journal of Joints
PY  - 2021/05/04
DO  - 10.5555/JOINT.1
UR  - http://example.org/joint
ER  -
TY  - BOOK
TI  - Another
ER  - `;

describe('a pasted reference', () => {
  it('in RIS fills in what its first reference says', () => {
    expect(readCitation(RIS)).toEqual({
      ...{ title: 'Exercise for a joint', publisher: 'Journal of Joints', year: 2021 },
      ...{ doi: '10.5555/joint.1', url: 'https://example.org/joint' },
    });
    expect(readCitation('TY  - BOOK\nT1  - A book\nPB  - A press\nER  -').kind).toBe('textbook');
  });

  it('in CSL-JSON fills in what it says, whatever the shape of the rest', () => {
    const csl = [
      {
        ...{ type: 'article-journal', title: 'A trial', 'container-title': 'A journal', DOI: '10.5555/x', PMID: 123 },
        ...{ issued: { 'date-parts': [[2020, 3]] }, author: [{ family: 'Nobody' }], publisher: 7 },
      },
    ];
    expect(readCitation(JSON.stringify(csl))).toEqual({
      ...{ title: 'A trial', publisher: 'A journal', doi: '10.5555/x', pmid: '123', year: 2020 },
      url: 'https://doi.org/10.5555/x',
    });
  });

  it.each([
    ['10.5555/abc', { doi: '10.5555/abc', url: 'https://doi.org/10.5555/abc' }],
    ['31278997', { pmid: '31278997', url: 'https://pubmed.ncbi.nlm.nih.gov/31278997/' }],
    ['https://example.org/a-page.', { url: 'https://example.org/a-page' }],
    [
      'Somebody A. A title. J Joint. 2019;5:1. doi:10.5555/y. PMID: 99',
      { year: 2019, doi: '10.5555/y', pmid: '99', url: 'https://doi.org/10.5555/y' },
    ],
    ['no reference at all', {}],
    ['{"title": ', {}],
    ['[]', {}],
    ['x'.repeat(MOST_PASTED + 1), {}],
  ])('%#: says no more than it has', (pasted, read) => {
    expect(readCitation(pasted)).toEqual(read);
  });
});
