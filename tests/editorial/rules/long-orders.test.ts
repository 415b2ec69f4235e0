import { describe, expect, it } from 'vitest';
import { longOrders } from '../../../editorial/rules/long-orders.ts';
import { aCause, aRedFlag, aTreatment, prose } from '../../support/releases.ts';

const words = (n: number) => `${Array(n).fill('go').join(' ')}.`;

describe('a sentence that somebody has to act on', () => {
  it('has thirty words at most', () => {
    expect(longOrders(aRedFlag({ action: words(30) }))).toEqual([]);
    expect(longOrders(aRedFlag({ action: words(31) }))).toEqual([{ field: 'action', sentence: words(31) }]);
  });

  it('is counted by itself, each item of a list too', () => {
    expect(longOrders(aTreatment({ cautions: [words(20), words(20)] }))).toEqual([]);
    expect(longOrders(aTreatment({ howTo: [`${words(20)} ${words(20)}`] }))).toEqual([]);
  });

  it('stands in the sections on safety, and not in what only explains', () => {
    const section = (kind: 'safety' | 'what-it-is') =>
      aTreatment({ sections: [{ kind, body: prose(words(31)), urgentSigns: [], figures: [] }] });
    expect(longOrders(section('safety'))).toHaveLength(1);
    expect(longOrders(section('what-it-is'))).toEqual([]);
    expect(longOrders(aCause({ summary: words(31) }))).toEqual([]);
  });
});
