import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLibrary } from '../../../release-log/library.ts';
import { createReleaseLog } from '../../../release-log/read-rows.ts';
import { verifyInstallation } from '../../../release-log/verify/verify-installation.ts';
import { DATABASES, startSystem, type TestSystem } from '../../support/database.ts';
import { aCauseDraft, reviewOf } from '../../support/entries.ts';
import { createStaff, verb, type Staff } from '../../support/people.ts';

describe.each(DATABASES)('words that a database does not give back as they were, on %s', (database) => {
  let system: TestSystem;
  let staff: Staff;
  beforeEach(async () => {
    system = await startSystem(database);
    staff = await createStaff(system.payload);
  });
  afterEach(() => system.stop());

  it.each(['a\0b', 'a\uD800b'])('%j in a note or reason leave a log and a history that verify', async (words) => {
    const { payload, env } = system;
    const { id } = await aCauseDraft(payload, staff, { slug: 'odd' });
    const { revision } = await reviewOf(payload, staff, 'causes', id);
    const sent = { revision, changeKind: 'new', changeNote: words, comment: words };
    await verb(payload, staff.editor, 'causes', id, 'submit-for-review', sent);
    await verb(payload, staff.reviewer, 'causes', id, 'approve', { revision, comment: words, release: true });
    await verb(payload, staff.reviewer, 'causes', id, 'withdraw', {
      revision,
      reason: 'other',
      note: words,
      publicNote: words,
    });
    const library = createLibrary({ log: createReleaseLog(payload), now: () => 0 });
    await library.current();
    expect(library.faults()).toEqual([]);
    const lines: string[] = [];
    await verifyInstallation(payload, { dataDir: env.dataDir, report: (line) => lines.push(line) });
    expect(lines).toEqual([]);
  });
});
