import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../../editorial/rules/impact/passages.ts';
import { aCause, source } from '../../support/releases.ts';

const section = (...children: object[]) => ({
  kind: 'what-it-is' as const,
  body: [{ kind: 'paragraph' as const, children }],
  figures: [],
  urgentSigns: [],
});
const says = (text: string) => ({ kind: 'text' as const, text });
const cites = (name: string) => ({ kind: 'cite' as const, source: name });
const causeOf = (...children: object[]) => aCause({ sections: [section(...children)] as never, sources: [source] });

describe('the passages that rest on a source', () => {
  it('are those that cite it, in their words', () => {
    const [passage, ...others] = passagesOf(causeOf(says('Old words.'), cites(source.slug)), {
      collection: 'sources',
      key: source.slug,
    });
    expect(others).toEqual([]);
    expect(passage?.quote).toBe('Old words.');
    expect(passage?.field).toContain('sections');
  });

  it('are none of an entry that only lists it, or cites another', () => {
    const sought = { collection: 'sources' as const, key: source.slug };
    expect(passagesOf(causeOf(says('Old words.')), sought)).toEqual([]);
    expect(passagesOf(causeOf(says('Old words.'), cites('another')), sought)).toEqual([]);
  });

  it('are cut where they are long, and no more than five', () => {
    const long = causeOf(says('word '.repeat(200)), cites(source.slug));
    expect(passagesOf(long, { collection: 'sources', key: source.slug })[0]?.quote.length).toBeLessThan(290);
    const many = aCause({
      sections: Array.from({ length: 7 }, () => section(says('Old words.'), cites(source.slug))) as never,
      sources: [source],
    });
    expect(passagesOf(many, { collection: 'sources', key: source.slug })).toHaveLength(5);
  });
});
