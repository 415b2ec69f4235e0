import { describe, expect, it } from 'vitest';
import { doiIn, sourceIdentity } from '../../model/source-identity.ts';

describe('what names the same work', () => {
  it.each([
    ['https://doi.org/10.1136/BMJ.n1', '10.1136/bmj.n1'],
    ['doi: 10.1002/14651858.CD007912.pub2.', '10.1002/14651858.cd007912.pub2'],
    ['10.1016/S0140-6736(19)30417-9.', '10.1016/s0140-6736(19)30417-9'],
    ['https://doi.org/10.1000%2Fabc', '10.1000/abc'],
    ['10.12/short', null],
    ['(10.5555/in-brackets)', '10.5555/in-brackets'],
    ['nothing', null],
  ])('of %s is the DOI %s', (text, doi) => {
    expect(doiIn(text)).toBe(doi);
  });

  it('is spelt one way, however a source is written down', () => {
    const one = sourceIdentity({
      doi: 'DOI 10.5555/ABC',
      pmid: 'PMID: 00123',
      url: 'http://www.Example.org/a/?utm_source=x&b=1#top',
    });
    expect(one).toEqual({ doi: '10.5555/abc', pmid: '123', url: 'example.org/a?b=1' });
    expect(sourceIdentity({ doi: '10.5555/abc', pmid: '123', url: 'https://example.org/a?b=1' })).toEqual(one);
  });

  it('is read from a link to a resolver or to PubMed, and is none of what says none', () => {
    expect(sourceIdentity({ url: 'https://doi.org/10.5555/abc' }).doi).toBe('10.5555/abc');
    expect(sourceIdentity({ url: 'https://pubmed.ncbi.nlm.nih.gov/31278997/' }).pmid).toBe('31278997');
    expect(sourceIdentity({ url: 'javascript:alert(1)', doi: '', pmid: 'none' })).toEqual({
      doi: null,
      pmid: null,
      url: null,
    });
  });
});
