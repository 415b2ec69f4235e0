import { describe, expect, test } from 'vitest';
import { createLibrary, type Library } from '../../release-log/library.ts';
import { trackReads } from '../../release-log/track-reads.ts';
import { aCause, memoryLog, released } from '../support/releases.ts';

const library = await createLibrary({ log: memoryLog([released(aCause(), { seq: 1 })]), now: () => 0 }).current();

/** One call of every member; the compiler asks for a new one. */
const CALLS: { [member in keyof Library]: [(tracked: Library) => unknown, string] } = {
  head: [(tracked) => tracked.head, 'head'],
  logId: [(tracked) => tracked.logId, 'head'],
  live: [(tracked) => tracked.live('u'), 'entry:u'],
  withdrawn: [(tracked) => tracked.withdrawn('u'), 'entry:u'],
  released: [(tracked) => tracked.released('u'), 'entry:u'],
  find: [(tracked) => tracked.find('cause', 's'), 'address:cause/s'],
  list: [(tracked) => tracked.list('guide'), 'list:guide'],
  partsOf: [(tracked) => tracked.partsOf('u'), 'parts:u'],
  naming: [(tracked) => tracked.naming('guide', 'u'), 'naming:guide/u'],
  newestFirst: [(tracked) => tracked.newestFirst(), 'newest'],
  withdrawnAfter: [(tracked) => tracked.withdrawnAfter('u', 1), 'entry:u'],
  releasesOf: [(tracked) => tracked.releasesOf('u'), 'entry:u'],
  corrected: [(tracked) => tracked.corrected('safety'), 'corrections'],
  clinicianAt: [(tracked) => tracked.clinicianAt('s'), 'clinician:s'],
  clinicians: [(tracked) => tracked.clinicians(), 'newest'],
  approvedBy: [(tracked) => tracked.approvedBy('u'), 'approvals:u'],
  figure: [(tracked) => tracked.figure('s'), 'figures'],
  changeTime: [(tracked) => tracked.changeTime('all'), 'newest'],
  release: [(tracked) => tracked.release(2), 'head'],
  hashAt: [(tracked) => tracked.hashAt(2), 'head'],
  corrections: [(tracked) => tracked.corrections(0, 2), 'head'],
  changedAt: [(tracked) => tracked.changedAt('entry:u'), 'entry:u'],
};

describe('a tracked library', () => {
  test.each(Object.entries(CALLS))('remembers a question to %s', (_, [ask, key]) => {
    const tracked = trackReads(library);
    ask(tracked.library);
    expect(tracked.reads()).toEqual([key]);
  });

  test('answers as the library does and has all of its members', () => {
    const tracked = trackReads(library);
    expect(Object.keys(tracked.library).sort()).toEqual(Object.keys(library).sort());
    expect(tracked.library.find('cause', 'hip-osteoarthritis')).toEqual(library.find('cause', 'hip-osteoarthritis'));
    expect(tracked.library.list('cause')).toEqual(library.list('cause'));
  });

  test('ties a rendering that asked for nothing to every row', () => {
    expect(trackReads(library).reads()).toEqual(['head']);
  });

  test('does not tie a page to a row that can never change', async () => {
    const tracked = trackReads(library);
    tracked.library.live('u');
    await tracked.library.release(1);
    expect(tracked.reads()).toEqual(['entry:u']);
  });

  test('takes the scope of a guide for what was asked', () => {
    const tracked = trackReads(library);
    tracked.library.newestFirst('g');
    expect(tracked.reads()).toEqual(['scope:g']);
  });
});
