/**
 * A desk in the middle of its work, made on a running server that has the small library: something waits for everybody. Says where each thing stands.
 */
import { v4 as uuid } from 'uuid';
import { pathOf, staffApi, type Ask } from './staff-api.ts';

interface Sheet {
  revision: string;
}

export interface BusyDesk {
  /** path of the entry in the API that is under review, with a safety change and a comment */
  reviewed: string;
  /** path of one that was sent back with a request */
  sentBack: string;
  /** path of one whose release is planned */
  planned: string;
  /** path of the source that every entry cites, in its new edition */
  source: string;
  /** uid of the change set of one of those */
  changeSet: string;
  /** path of the page that somebody outside was sent */
  expert: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export async function makeBusyDesk(url: string, now = new Date()): Promise<BusyDesk> {
  const staff = staffApi(url);
  const [editor, reviewer, second] = [staff('editor'), staff('reviewer'), staff('second-reviewer')];
  const { colleagues } = await editor<{ colleagues: { account: string; name: string }[] }>(
    'GET',
    '/api/users/colleagues',
  );
  const accountOf = (name: string) => colleagues.find((one) => one.name === name)?.account ?? '';
  const [one, other] = [accountOf('Demo clinician'), accountOf('Second demo clinician')];
  const dayIn = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const say = (ask: Ask, entry: string, body: Record<string, unknown>) =>
    ask('POST', `${entry}/comments`, { key: uuid(), ...body });

  // First of all: the year stands in every entry, and what is under review would be sent back.
  const source = await pathOf(editor, 'sources', 'one');
  await editor('PATCH', source, { year: 2020 });
  const changeSet = await setOfOne(editor, await pathOf(editor, 'red-flags', 'a-sign'), source);

  const reviewed = await change(
    editor,
    ['treatments', 'a-treatment'],
    (summary) => `${summary} Do not rest for 3 days.`,
  );
  await editor('POST', `${reviewed}/assign`, {
    author: accountOf('Demo editor'),
    reviewers: [one, other],
    dueAt: dayIn(2),
  });
  await submit(editor, reviewed, { changeKind: 'safety', changeNote: 'How long to rest.' });
  await say(reviewer, reviewed, { body: 'Other words.', mentions: [accountOf('Demo editor')] });
  await say(reviewer, reviewed, {
    ...{ kind: 'suggestion', body: 'Shorter.', anchor: { exact: 'told in one plain sentence' } },
    replacement: 'in one plain sentence',
  });

  const waits = await change(editor, ['causes', 'cause-1'], shorter);
  await editor('POST', `${waits}/assign`, { reviewers: [one, other], dueAt: dayIn(1) });
  const { revision: approved } = await submit(editor, waits, { changeKind: 'safety', changeNote: 'Fewer words.' });
  await reviewer('POST', `${waits}/approve`, { revision: approved, scope: 'changes' });

  const sentBack = await change(editor, ['causes', 'cause-2'], shorter);
  const { revision } = await submit(editor, sentBack, { changeKind: 'minor', changeNote: 'Plainer words.' });
  await reviewer('POST', `${sentBack}/request-changes`, { revision, comment: 'Say who told you so.' });
  await say(second, sentBack, { kind: 'must', body: 'Plain words.', anchor: { exact: 'This is cause number 2' } });

  const planned = await change(editor, ['guides', 'a-guide'], shorter);
  const { revision: toPlan } = await submit(editor, planned, { changeKind: 'minor', changeNote: 'Fewer words.' });
  await reviewer('POST', `${planned}/approve`, { revision: toPlan, scope: 'changes' });
  const at = new Date(now.getTime() + DAY_MS).toISOString();
  await reviewer('POST', `${planned}/schedule`, { revision: toPlan, at });

  const { path: expert } = await editor<{ path: string }>('POST', `${reviewed}/experts`, {
    ...{ revision: (await editor<Sheet>('GET', `${reviewed}/review`)).revision, name: 'Somebody', days: 14 },
  });
  return { reviewed, sentBack, planned, source, changeSet, expert };
}

const shorter = (summary: string) => summary.replace(', told in', ', in');

/** Changes the summary of an entry in its draft; its path in the API. */
async function change(ask: Ask, [collection, slug]: [string, string], words: (old: string) => string): Promise<string> {
  const entry = await pathOf(ask, collection, slug);
  const { summary } = await ask<{ summary: string }>('GET', `${entry}?draft=true&depth=0`);
  const changed = words(summary);
  if (changed === summary) throw new Error(`the summary of ${slug} says something else by now: ${summary}`);
  await ask('PATCH', `${entry}?draft=true&depth=0`, { summary: changed });
  return entry;
}

async function submit(ask: Ask, entry: string, change: { changeKind: string; changeNote: string }): Promise<Sheet> {
  const { revision } = await ask<Sheet>('GET', `${entry}/review`);
  return ask<Sheet>('POST', `${entry}/submit-for-review`, { revision, ...change });
}

/** A submitted change set of one of the entries that a source touches. */
async function setOfOne(ask: Ask, entry: string, source: string): Promise<string> {
  const { entries } = await ask<{
    entries: { collection: string; id: number | string; revision: string | null }[];
  }>('GET', `${source}/impact`);
  const members = entries
    .filter(({ collection, id }) => entry === `/api/${collection}/${id}`)
    .map(({ collection, id, revision }) => ({ collection, id, revision }));
  const { uid } = await ask<{ uid: string }>('POST', '/api/change-sets/make', {
    ...{ name: 'A source in its new edition', changeKind: 'minor', changeNote: 'The year of the source.' },
    ...{ about: source.replace('/api/', ''), members },
  });
  await ask('POST', `/api/change-sets/${uid}/submit-for-review`, { turn: 0 });
  return uid;
}
