import { beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../../database/transact.ts';
import { appendRow } from '../../../release-log/append-row.ts';
import type { NewRow } from '../../../release-log/signed-form.ts';
import { readLastRow } from '../../../release-log/read-last-row.ts';
import { signingKeyOf } from '../../../release-log/signing-key.ts';
import { SCHEMA } from '../../../model/entries/types.ts';
import { revisionHash } from '../../../model/revision.ts';
import { DATABASES } from '../../support/database.ts';
import { edit, refusal } from '../../support/editing.ts';
import { newsroomOn, type Cause } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';

describe.each(DATABASES)('an entry whose live text a newer program released and signed, on %s', (database) => {
  const { system, staff, take, review, submit, live } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  let entry: Cause;
  let revision: string;

  beforeAll(async () => {
    entry = await live('shape-to-come');
    await live('beside-it');
    const signingKey = await signingKeyOf(system.payload);
    revision = await transact(system.payload, async (req) => {
      const last = await readLastRow(req, entry.uid);
      if (last?.kind !== 'released') throw new Error('not live');
      const sections = [{ kind: 'what-it-is', moving: { picture: 1 }, text: ['Of another shape.'] }];
      const snapshot = { ...last.snapshot, schema: SCHEMA + 1, sections };
      const hash = revisionHash(snapshot);
      const row = { ...last, snapshot, revision: hash, releasedAt: system.now().toISOString() } as unknown as NewRow;
      await appendRow(req, row, { live: last, signingKey });
      return hash;
    });
  });

  it('has a review sheet, as have the others, and stands in the list', async () => {
    expect(await review(entry.id)).toMatchObject({ state: 'draft', live: { revision } });
    const token = await tokenOf('editor');
    expect((await rest('GET', `/api/causes/${entry.id}/review`, { token })).status).toBe(200);
    const listed = await rest('GET', '/api/causes?draft=true', { token });
    expect([listed.status, listed.json?.totalDocs]).toEqual([200, 2]);
    const rows = await rest('GET', '/api/releases', { token });
    expect([rows.status, (rows.json?.docs as unknown[]).length, rows.json?.unverified]).toEqual([200, 2, [3]]);
  });

  it('is neither corrected nor renewed by a program that cannot read it', async () => {
    expect(await refusal(take(staff.reviewer, entry.id, 'renew-review', { revision, reviewDue: '2031-01-01' }))).toBe(
      'integrity',
    );
    await edit(system.payload, staff.editor, 'causes', entry.id, { summary: 'Other words.' });
    const submitted = await submit(entry.id);
    const approve = { revision: submitted.revision, release: true };
    expect(await refusal(take(staff.reviewer, entry.id, 'approve', approve))).toBe('integrity');
  });

  it('is withdrawn', async () => {
    expect((await take(staff.editor, entry.id, 'withdraw', { revision, reason: 'inaccurate' })).live).toBeNull();
  });
});
