import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchesPath, type PathPattern } from '../../publishers/http/paths.ts';
import type { WebPublisher } from '../../publishers/publisher.ts';
import { startJourney, type Journey } from '../support/journey.ts';

/** Address → who answers it, as docs/addresses.md says. */
const documented = new Map(
  readFileSync(path.resolve(import.meta.dirname, '../../docs/addresses.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, addresses, owner] = /^\| (`.*`) \| (?!operations|Payload)([a-z]+) \|/.exec(line) ?? [];
      return [...(addresses ?? '').matchAll(/`([^`]+)`/g)].map(([, address]) => [address ?? '', owner ?? ''] as const);
    }),
);

/** An address of a pattern, with text that no other pattern has. */
const exampleOf = (pattern: string) => pattern.replace(/:seq$/, '7').replace(/:\w+/g, 'some-text');

let story: Journey;
let web: WebPublisher[];
beforeAll(async () => {
  story = await startJourney('SQLite');
  ({ web } = story.channels);
});
afterAll(() => story.stop());

const claims = (pathname: string) =>
  web.flatMap(({ name, paths }) => paths.filter((pattern) => matchesPath(pattern, pathname)).map(() => name));

describe('the addresses that channels declare', () => {
  it('are those of the documentation', () => {
    const declared = web.flatMap(({ name, paths }) => paths.map((pattern): [string, string] => [pattern, name]));
    expect(declared.sort()).toEqual([...documented].sort());
    expect(documented.size).toBeGreaterThan(15);
  });

  it('are each declared once', () => {
    for (const [pattern, owner] of documented) expect(claims(exampleOf(pattern)), pattern).toEqual([owner]);
  });

  it.each([
    '/nothing',
    '/guides',
    '/guides/',
    '/guides/a/b',
    '/courses',
    '/releases/x',
    '/feeds/.json',
    '/feeds/a.xml',
    '//',
    '/confirm/a/b',
  ])('leave %s to the site, which says in words that nothing is there', async (address) => {
    expect(claims(address)).toEqual([]);
    const answer = await story.get(address);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is no page at this address');
  });

  it('are answered by their channel whatever the method', async () => {
    for (const [pattern, owner] of documented) {
      const request = new Request(story.env.siteUrl + exampleOf(pattern), { method: 'DELETE' });
      const direct = await web.find(({ name }) => name === owner)?.respond(request.clone());
      const routed = await story.channels.respond(request);
      expect([routed.status, await routed.text()], pattern).toEqual([direct?.status, await direct?.text()]);
    }
  });
});

describe('a pattern', () => {
  it.each<[PathPattern, string, boolean]>([
    ['/', '/', true],
    ['/', '', false],
    ['/a/:b', '/a/x', true],
    ['/a/:b', '/a/%2F', true],
    ['/a/:b', '/a/', false],
    ['/a/:b', '/a/x/', false],
    ['/a/:b', '//a/x', false],
    ['/a/:seq', '/a/12', true],
    ['/a/:seq', '/a/12.json', false],
    ['/a/:seq', '/a/0', false],
    ['/a/:b.json', '/a/x.json', true],
    ['/a/:b.json', '/a/.json', false],
    ['/a/:b.json', '/a/x.jsonl', false],
  ])('%s matches %s: %s', (pattern, pathname, matches) => {
    expect(matchesPath(pattern, pathname)).toBe(matches);
  });
});
