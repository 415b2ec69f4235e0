import { describe, expect, it } from 'vitest';
import { byWeight, countOf, stepFrom } from '../../../admin/review/by-weight.ts';
import { blockOf, whoElse } from '../../../admin/review/decision.ts';
import { isField, keyOf } from '../../../admin/review/keys.ts';
import { addressOf, lookOf, queryOf } from '../../../admin/review/look.ts';
import { askNextEntry } from '../../../admin/review/next-entry.ts';
import { standing, toTicks } from '../../../admin/review/ticks.ts';
import type { Change } from '../../../editorial/rules/changes.ts';
import type { Weight } from '../../../editorial/rules/weight.ts';
import { anEvent } from '../../support/events.ts';
import { aSheet, HASH, LIVE } from '../workflow/sheet.ts';

const change = (number: number, weight: Weight): Change => ({
  ...{
    number,
    weight,
    field: `field${number}`,
    place: `field${number}`,
    label: `Field ${number}`,
    key: `key${number}`,
  },
  ...{ parts: [], tables: [], besideTables: [], figures: [], moves: [] },
});
const CHANGES = [change(1, 'wording'), change(2, 'safety'), change(3, 'meaning'), change(4, 'safety')];
const FRESH = { isStale: false };

describe('the list of changes', () => {
  it('has the dangerous ones first, each with its number on the page', () => {
    expect(byWeight(CHANGES).flatMap(({ changes }) => changes.map(({ number }) => number))).toEqual([2, 4, 3, 1]);
    expect(countOf(CHANGES)).toBe('4 changes: 2 safety, 1 meaning, 1 wording');
  });

  it('is walked by importance, and ends where it ends', () => {
    expect(stepFrom(CHANGES, null, 1)).toBe(2);
    expect(stepFrom(CHANGES, 4, 1)).toBe(3);
    expect(stepFrom(CHANGES, 1, 1)).toBe(1);
    expect(stepFrom(CHANGES, 2, -1)).toBe(2);
    expect(stepFrom([], null, 1)).toBeNull();
  });
});

describe('ticks', () => {
  const ticks = { looked: ['key1', 'key2', 'gone'], checks: ['it is right', 'asked no more'], revision: HASH };
  const sheet = { changes: CHANGES, checklist: ['it is right'], revision: HASH };

  it('outlive a save where a change stayed as it was; what is checked of the whole text does not', () => {
    expect(standing(ticks, sheet)).toEqual({ looked: ['key1', 'key2'], checks: ['it is right'], revision: HASH });
    expect(standing(ticks, { ...sheet, revision: 'other', changes: [change(2, 'safety')] })).toEqual({
      ...{ looked: ['key2'], checks: [], revision: 'other' },
    });
  });

  it('are none where what is stored cannot be read', () => {
    for (const stored of [null, 'text', 7, { looked: 'key1', checks: [7], revision: {} }])
      expect(toTicks(stored)).toEqual({ looked: [], checks: [], revision: '' });
  });
});

describe('keys', () => {
  const press = (key: string, over = {}) =>
    keyOf({
      ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, isComposing: false },
      ...over,
    });

  it('mean the same with the capitals locked; only shift makes it a release', () => {
    expect([press('a'), press('A'), press('A', { shiftKey: true })]).toEqual(['a', 'a', 'A']);
    expect(press('J')).toBe('j');
    expect(press('?', { shiftKey: true })).toBe('?');
  });

  it('are left to the browser with a modifier, and while a word is being composed', () => {
    for (const over of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])
      expect(press('a', over)).toBeNull();
    expect([press('Enter'), press('z'), press('a', { repeat: true })]).toEqual([null, null, null]);
    expect(press('j', { repeat: true })).toBe('j');
  });

  it('do nothing where somebody types', () => {
    for (const tagName of ['TEXTAREA', 'SELECT', 'INPUT']) expect(isField({ tagName, type: 'text' })).toBe(true);
    expect(isField({ isContentEditable: true })).toBe(true);
    expect(isField({ tagName: 'INPUT', type: 'checkbox' })).toBe(false);
  });
});

describe('what is looked at', () => {
  const offers = [
    { channel: 'page' as const, title: 'Page', url: '/p?channel=page' },
    { channel: 'mail' as const, title: 'Lesson 1', url: '/p?channel=mail&lesson=a' },
    { channel: 'mail' as const, title: 'Lesson 2', url: '/p?channel=mail&lesson=b' },
  ];

  it('lives in the address', () => {
    const look = lookOf({ channel: 'mail', lesson: '1', phone: '1', marks: '0' });
    expect(Object.fromEntries(new URLSearchParams(queryOf(look, 3)))).toEqual({
      ...{ channel: 'mail', lesson: '1', phone: '1', marks: '0', change: '3' },
    });
    expect(queryOf(lookOf({ channel: 'x', lesson: '-1' }), null)).toBe('');
  });

  it('names the revision, marks what changed, and shows what readers have on request', () => {
    const draft = { revision: HASH, hasLive: true };
    expect(addressOf(offers, lookOf({}), draft)).toBe(`/p?channel=page&revision=${HASH}&marks=1`);
    expect(addressOf(offers, lookOf({ before: '1' }), draft)).toBe('/p?channel=page&revision=live');
    expect(addressOf(offers, lookOf({}), { revision: HASH, hasLive: false })).toBe(`/p?channel=page&revision=${HASH}`);
    expect(addressOf(offers, lookOf({ channel: 'mail', lesson: '3' }), draft)).toContain('lesson=b');
    expect(addressOf(offers, lookOf({ channel: 'feed' }), draft)).toBeNull();
  });
});

describe('the decision', () => {
  const waiting = aSheet({ state: 'in-review', live: LIVE, allowedVerbs: ['approve', 'request-changes'] });

  it('is free, or says what blocks it', () => {
    expect(blockOf('approve', waiting, FRESH)).toBeNull();
    expect(blockOf('approve', waiting, { isStale: true })).toContain('words have changed');
    const refusals = { approve: { code: 'four-eyes' as const, message: 'You edited this entry.' } };
    expect(blockOf('approve', { ...waiting, refusals }, FRESH)).toBe('You edited this entry.');
    expect(blockOf('approve-and-release', { ...waiting, refusals }, FRESH)).toBe('You edited this entry.');
  });

  it('does not release before the last approval, nor over a blocker', () => {
    const first = { ...waiting, approvals: { given: 0, needed: 2 } };
    expect(blockOf('approve', first, FRESH)).toBeNull();
    expect(blockOf('approve-and-release', first, FRESH)).toContain('another approval');
    const issue = { code: 'sources-missing' as const, field: 'sources', message: 'None.', severity: 'error' as const };
    expect(blockOf('approve-and-release', { ...waiting, issues: [issue] }, FRESH)).toContain('1 blocker');
  });

  it('says who approved already, and who must still', () => {
    const given = anEvent('approved', HASH, 'Second');
    const events = [given, anEvent('submitted', HASH)];
    expect(whoElse({ ...waiting, events, approvals: { given: 1, needed: 2 } })).toMatch(
      /^1 of 2 approvals given, by .*Second.*\. Yours would be the last\.$/,
    );
    expect(whoElse({ ...waiting, approvals: { given: 0, needed: 2 } })).toContain('1 other clinician must approve too');
  });
});

describe('the next entry', () => {
  const rows = [
    { uid: 'this', type: 'cause', entryId: '1', title: 'This one' },
    { uid: 'mine', type: 'cause', entryId: '2', title: 'I wrote it', editors: [{ actor: '7', person: null }] },
    { uid: 'done', type: 'cause', entryId: '3', title: 'I approved it' },
    { uid: 'next', type: 'red-flag', entryId: '4', title: 'Next' },
  ];
  const answers = (url: string) => {
    if (url.includes('entry-status')) return { docs: rows };
    return { allowedVerbs: url.includes('/3/') ? [] : ['approve'] };
  };

  it('is the first that this person may approve', async () => {
    const get = (url: string) => Promise.resolve(Response.json(answers(url)));
    expect(await askNextEntry('/api', { account: '7', except: 'this' }, get)).toEqual({
      ...{ collection: 'red-flags', id: '4', title: 'Next' },
    });
  });

  it('is none when nobody answers', async () => {
    const get = () => Promise.reject(new Error('no network'));
    expect(await askNextEntry('/api', { account: '7', except: 'this' }, get)).toBeNull();
  });
});
