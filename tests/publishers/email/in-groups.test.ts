import { describe, expect, it } from 'vitest';
import { inGroups } from '../../../publishers/email/in-groups.ts';

describe('work that is done in groups', () => {
  it('is done once for all who ask in one turn, and once more for all who ask meanwhile', async () => {
    const groups: number[][] = [];
    let release: () => void = () => undefined;
    const double = inGroups(async (all: number[]) => {
      groups.push(all);
      if (groups.length === 1) await new Promise<void>((resolve) => (release = resolve));
      return all.map((one) => one * 2);
    });
    const first = [double(1), double(2)];
    await expect.poll(() => groups.length).toBe(1);
    const later = [double(3), double(4), double(5)];
    release();
    expect(await Promise.all([...first, ...later])).toEqual([2, 4, 6, 8, 10]);
    expect(groups).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it('fails for nobody but whom it fails for', async () => {
    const ask = inGroups((all: number[]) =>
      all.includes(2) ? Promise.reject(new Error('two')) : Promise.resolve(all.map(String)),
    );
    const asked = await Promise.allSettled([ask(1), ask(2), ask(3)]);
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('takes those about the same subject one after the other, in their order', async () => {
    const groups: string[][] = [];
    const ask = inGroups(
      (all: { about: string; say: string }[]) => {
        groups.push(all.map(({ about, say }) => `${about} ${say}`));
        return Promise.resolve(all.map(({ say }) => say));
      },
      ({ about }) => about,
    );
    const asked = [
      { about: 'a', say: '1' },
      { about: 'b', say: '2' },
      { about: 'a', say: '3' },
    ];
    expect(await Promise.all(asked.map(ask))).toEqual(['1', '2', '3']);
    expect(groups).toEqual([['a 1', 'b 2'], ['a 3']]);
  });
});
