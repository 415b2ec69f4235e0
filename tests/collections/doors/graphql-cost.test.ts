import { beforeAll, describe, expect, it } from 'vitest';
import { costOf, isTooDear } from '../../../app/(payload)/api/graphql/cost.ts';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf, graphqlOf, type Answer, type Ask } from '../../support/rest.ts';

const aliases = (count: number, field: string) => Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ');
const STORM = `{ ${aliases(300, 'Releases(limit: 1000) { docs { snapshot } }')} }`;

describe('what a GraphQL question may ask for', () => {
  it.each([
    ['many aliases of a long list', STORM],
    ['many aliases of a short list', `{ ${aliases(60, 'Releases { docs { snapshot } }')} }`],
    [
      'a list hidden in a fragment',
      `{ ...all } fragment all on Query { ${aliases(60, 'Releases { ...{ docs { id } } }')} }`,
    ],
    ['one fragment used often', `{ ${aliases(60, 'Releases { ...x }')} } fragment x on Releases { docs { id } }`],
    ['fragments in fragments', `{ Releases { ...x } } fragment x on R { ...y } fragment y on R { ...x }`],
    ['no limit at all', `{ ${aliases(6, 'Releases(limit: 0) { docs { id } }')} }`],
    ['levels without end', `{ Causes { docs ${'{ causes '.repeat(12)}{ id }${' }'.repeat(12)} } }`],
    [
      'related entries of related entries',
      `{ Causes { docs { treatments { causes { treatments { causes { treatments { causes { id title } } } } } } } } }`,
    ],
  ])('is not %s', (_, query) => {
    expect(isTooDear(costOf(query))).toBe(true);
  });

  it('counts a limit that comes as a variable, and takes what is no number for the most', () => {
    const query = `query($n: Int) { ${aliases(6, 'Releases(limit: $n) { docs { id } }')} }`;
    expect(costOf(query, { n: 5 })).toMatchObject({ rows: 30 });
    for (const n of [1000, 0, -1, 'x', null, undefined]) expect(costOf(query, { n })).toMatchObject({ rows: 600 });
  });

  it.each([
    '{ Causes(limit: 100) { docs { id title summary sections { kind body } sources { title publisher year } } } }',
    '{ Releases(limit: 100) { docs { seq title snapshot } totalDocs hasNextPage } countCauses { totalDocs } }',
    'mutation { updateCause(id: 1, data: { summary: "x" }) { id summary } }',
    '{ Access { causes { read { permission } } } }',
  ])('is what somebody would ask: %s', (query) => {
    expect(isTooDear(costOf(query))).toBe(false);
  });
});

describe.each(DATABASES)('GraphQL on %s', (database) => {
  const { system, draftOf } = newsroomOn(database);
  const { tokenOf } = apiOf(system);
  let graphql: (query: string, ask?: Ask) => Promise<Answer>;
  let token: string;
  beforeAll(async () => {
    graphql = await graphqlOf(system.payload);
    token = await tokenOf('editor');
    await draftOf('asked-for');
  });

  it('refuses a question of 12 KB that asks for 300 long lists, at once', async () => {
    expect(STORM.length).toBeGreaterThan(12_500);
    const started = performance.now();
    const { status, json } = await graphql(STORM, { token });
    expect([status, json?.code]).toEqual([400, 'invalid-request']);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it.each(['no question', '{ a', ''])('refuses what is no question: %s', async (query) => {
    expect((await graphql(query, { token })).status).toBe(400);
  });

  it('lists no more than a hundred documents, and answers what may be asked', async () => {
    const { status, json } = await graphql('{ Causes(limit: 0) { limit docs { slug } } }', { token });
    expect([status, json?.data]).toEqual([200, { Causes: { limit: 100, docs: [{ slug: 'asked-for' }] } }]);
  });
});
