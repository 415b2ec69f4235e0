/**
 * docs/permissions.md is what the running system answers: each role asks for each operation on each collection over
 * REST. `npx vitest run -u tests/docs/permissions.test.ts` writes it anew.
 */
import path from 'node:path';
import type { CollectionSlug } from 'payload';
import { expect, describe, it } from 'vitest';
import { CLINICIAN_VERBS, WHO_MAY } from '../../editorial/rules/lifecycle.ts';
import { ROLES, VERBS } from '../../model/lifecycle.ts';
import { DATABASES } from '../support/database.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { apiOf } from '../support/rest.ts';

const FILE = path.resolve(import.meta.dirname, '../../docs/permissions.md');
const ASKERS = ['anybody', ...ROLES] as const;
const NOBODY_ID = { SQLite: '987654321', MongoDB: '0123456789abcdef01234567' };

/** Refused because of who asks, or because nobody may; anything else is an answer to somebody who may. */
const REFUSED = [401, 403, 405];

const OPERATIONS = ['read', 'versions', 'create', 'update', 'delete'] as const;
type Operation = (typeof OPERATIONS)[number];

describe.each(DATABASES)('who may do what, as docs/permissions.md says, on %s', (database) => {
  const { system } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);

  const mayOver = async (slug: CollectionSlug, operation: Operation, who: (typeof ASKERS)[number]) => {
    const ask = { ...(who === 'anybody' ? {} : { token: await tokenOf(who) }) };
    const id = NOBODY_ID[database];
    const send = {
      read: () => rest('GET', `/api/${slug}?limit=1`, ask),
      versions: () => rest('GET', `/api/${slug}/versions?limit=1`, ask),
      create: () => rest('POST', `/api/${slug}`, { ...ask, body: {} }),
      update: () => rest('PATCH', `/api/${slug}/${id}`, { ...ask, body: {} }),
      delete: () => rest('DELETE', `/api/${slug}/${id}`, ask),
    };
    const { status } = await send[operation]();
    expect(status, `${who} ${operation} ${slug}`).toBeLessThan(500);
    return !REFUSED.includes(status);
  };

  it('over REST, in every collection', async () => {
    const slugs = (Object.keys(system.payload.collections) as CollectionSlug[]).sort();
    const rows: string[] = [];
    for (const slug of slugs) {
      // A list is empty at most: what answers with none has no door at all.
      const hasDoor = (await rest('GET', `/api/${slug}?limit=1`, { token: await tokenOf('admin') })).status !== 404;
      const hasVersions = Boolean(system.payload.collections[slug].config.versions);
      const cells: string[] = [];
      for (const who of ASKERS) {
        const may: string[] = [];
        for (const operation of OPERATIONS) {
          if (operation === 'versions' && !hasVersions) continue;
          if (hasDoor && (await mayOver(slug, operation, who))) may.push(operation);
        }
        cells.push(may.join(', ') || '–');
      }
      rows.push(`| \`${slug}\` | ${cells.join(' | ')} |`);
    }
    const table = [`| collection | ${ASKERS.join(' | ')} |`, `|---|${'---|'.repeat(ASKERS.length)}`, ...rows];
    const verbs = VERBS.map((verb) => {
      const cells = ASKERS.map((who) => {
        if (who === 'anybody' || !WHO_MAY[verb].includes(who)) return '–';
        return CLINICIAN_VERBS.includes(verb) ? 'with a clinician profile and a login' : 'yes';
      });
      return `| \`${verb}\` | ${cells.join(' | ')} |`;
    });
    const expected = documentOf(table, [
      `| verb | ${ASKERS.join(' | ')} |`,
      `|---|${'---|'.repeat(ASKERS.length)}`,
      ...verbs,
    ]);
    await expect(expected).toMatchFileSnapshot(FILE);
  }, 120_000);
});

const documentOf = (collections: string[], verbs: string[]): string => `# Permissions

What each role is answered over REST when it asks for something in a collection, and the verbs that it may take. This page is compared with the running system by \`tests/docs/permissions.test.ts\`, on both databases; it is not written by hand.

\`update\` and \`delete\` are of documents of others: staff may change their own account. A draft that was never released may be deleted, and put back from the trash by whoever may change entries; entries that readers ever had are not, whoever asks. What an admin sees in the record collections is for reading: nobody writes them but the verbs. Of Payload’s own collections (\`payload-…\`) preferences are of whoever asks; a lock on a document that is being edited is taken by opening its page, taken over in the own name by whoever may change that document, and given up by its owner.

## Collections

${collections.join('\n')}

## Verbs

Who may take a verb at all; text, state and four eyes say the rest ([workflow](workflow.md)).

${verbs.join('\n')}
`;
