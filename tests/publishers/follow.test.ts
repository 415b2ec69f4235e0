import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { follow } from '../../publishers/follow.ts';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';

describe.each(DATABASES)('a channel along the log on %s', (database) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem(database);
  });
  afterAll(() => system.stop());

  /** A channel that notes its steps; `breaksAt` is a position that it does not get past. */
  const aChannel = (name: string, breaksAt = Infinity) => {
    const steps: [number, number][] = [];
    const publisher = {
      name,
      follow: (since: number, upTo: number) => {
        steps.push([since, upTo]);
        return upTo > breaksAt ? Promise.reject(new Error('broken')) : Promise.resolve();
      },
    };
    return { steps, publisher };
  };
  const at = (head: number) => () => Promise.resolve({ head });

  it('goes from its cursor to where the library stands, a long way in few steps', async () => {
    const { steps, publisher } = aChannel('long');
    expect(await follow(system.payload, at(2500), publisher)).toBe(2500);
    expect(steps).toEqual([
      [0, 1000],
      [1000, 2000],
      [2000, 2500],
    ]);
    expect(await follow(system.payload, at(2500), publisher)).toBe(2500);
    expect(await follow(system.payload, at(2501), publisher)).toBe(2501);
    expect(steps.slice(3)).toEqual([[2500, 2501]]);
  });

  it('repeats the step that failed, and no other', async () => {
    const { publisher: broken } = aChannel('breaks', 1500);
    await expect(follow(system.payload, at(2500), broken)).rejects.toThrow('broken');
    const { steps, publisher } = aChannel('breaks');
    await follow(system.payload, at(2500), publisher);
    expect(steps[0]).toEqual([1000, 2000]);
  });

  it('lets others have their turn between two steps', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    const seen: number[] = [];
    const publisher = { name: 'turns', follow: () => Promise.resolve(void seen.push(turns)) };
    await follow(system.payload, at(20_000), publisher);
    clearInterval(timer);
    expect(seen.at(-1)).toBeGreaterThan(0);
  });
});
