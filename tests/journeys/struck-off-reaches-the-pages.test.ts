import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { aCauseDraft, releaseEntry } from '../support/entries.ts';
import { startJourney, type Journey } from '../support/journey.ts';

const PAGE = '/causes/struck-off-since';
const ASKED = { acceptEncoding: '', ifNoneMatch: null };

describe.each(DATABASES)('when a clinician is struck off, on %s', (database) => {
  let story: Journey;
  beforeAll(async () => {
    story = await startJourney(database);
    const { payload, staff } = story;
    const { id } = await aCauseDraft(payload, staff, { slug: 'struck-off-since' });
    await releaseEntry(payload, staff, 'causes', id);
  });
  afterAll(() => story.stop());

  const page = async () => (await story.get(PAGE)).text();
  const fromMemory = () => story.channels.memory.answer(PAGE, ASKED)?.body?.toString() ?? '';
  const stand = async (standing: 'struck-off' | 'in-good-standing') => {
    const { payload, staff } = story;
    const { clinician } = staff.reviewer;
    const id = (typeof clinician === 'object' ? clinician?.id : clinician) ?? 0;
    await payload.update({
      ...{ collection: 'clinicians', id, data: { standing }, user: staff.admin, overrideAccess: false },
    });
  };
  const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 100 });

  it('the pages that they approved say so, those in memory and the copies of them too, until they stand again', async () => {
    await vi.waitFor(async () => expect(await page()).toContain('Approved by'));
    const before = await story.channels.memory.look();
    const copy = story.channels.memory.take(PAGE);
    expect(copy && before.holds(PAGE, copy)).toBe(true);

    await stand('struck-off');
    await soon(async () => {
      expect(await page()).toContain('struck off the register since');
      expect(fromMemory()).toContain('struck off the register since');
    });
    const after = await story.channels.memory.look();
    expect(after.era).not.toBe(before.era);
    expect(copy && after.holds(PAGE, copy)).toBe(false);

    await stand('in-good-standing');
    await soon(async () => {
      expect(await page()).not.toContain('struck off');
      expect(fromMemory()).toContain('Approved by');
      expect(fromMemory()).not.toContain('struck off');
    });
  });
});
