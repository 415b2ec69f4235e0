/** Content files into an installation, out of it, and into another: the other database where there are two. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MANIFEST, parseManifest } from '../../../scripts/exchange/manifest.ts';
import { exportLibrary } from '../../../scripts/export/export-library.ts';
import { accountOf } from '../../../scripts/import/account.ts';
import { importLibrary } from '../../../scripts/import/import-library.ts';
import { reportLines } from '../../../scripts/import/report.ts';
import { DATABASES, startSystem, type TestSystem } from '../../support/database.ts';
import { releaseEntry, reviewOf } from '../../support/entries.ts';
import { writeMiniLibrary } from '../../support/mini-library.ts';
import { createStaff, type Staff } from '../../support/people.ts';

const CAUSE = 'causes/cause-1.md';

describe.each(DATABASES)('content on %s', (database) => {
  let here: TestSystem;
  let there: TestSystem;
  let staff: Staff;
  let others: Staff;
  let base: string;
  let folder: string;
  beforeAll(async () => {
    base = await mkdtemp(path.join(tmpdir(), 'imprimatur-exchange-'));
    folder = path.join(base, 'library');
    await writeMiniLibrary(folder, 2);
    here = await startSystem(database);
    there = await startSystem(DATABASES.find((other) => other !== database) ?? database);
    staff = await createStaff(here.payload);
    others = await createStaff(there.payload);
  });
  afterAll(async () => {
    await here.stop();
    await there.stop();
    await rm(base, { recursive: true, force: true });
  });

  const take = (from = folder, more: object = {}, into = here, by = staff) =>
    importLibrary({ payload: into.payload, folder: from, user: by.editor, apply: true, overwrite: false, ...more });
  const give = (of: 'live' | 'drafts', name: string, from = here) =>
    exportLibrary({ payload: from.payload, dataDir: from.env.dataDir, folder: path.join(base, name), of });
  const change = async (file: string, from: string, to: string) => {
    const text = await readFile(path.join(folder, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(path.join(folder, file), text.replace(from, to));
  };
  const linesOf = ({ plan }: Awaited<ReturnType<typeof take>>) => reportLines(plan);
  const drafts = async (system = here) => {
    const { docs } = await system.payload.find({ collection: 'entry-status', pagination: false, limit: 0, depth: 0 });
    return docs.sort((one, other) => (`${one.type}/${one.slug}` < `${other.type}/${other.slug}` ? -1 : 1));
  };
  const entry = async (slug: string, system = here) => {
    const found = (await drafts(system)).find((row) => row.slug === slug);
    if (!found) throw new Error(slug);
    return { ...found, id: database === 'SQLite' ? Number(found.entryId) : found.entryId };
  };

  it('is only looked at until somebody says so', async () => {
    const { plan, problems, code } = await take(folder, { apply: false });
    expect({ problems, code }).toEqual({ problems: [], code: 2 });
    expect(reportLines(plan).at(-1)).toMatch(/^\d+ new, 0 changed, 0 unchanged, 0 in conflict$/);
    expect(await drafts()).toEqual([]);
  });

  it('goes on where it stopped', async () => {
    let written = 0;
    const stop = () => {
      if ((written += 1) === 5) throw Object.assign(new Error('stopped'), { code: 'SQLITE_BUSY' });
    };
    await expect(take(folder, { progress: stop })).rejects.toThrow('stopped');
    const { problems, code } = await take();
    expect({ problems, code }).toEqual({ problems: [], code: 0 });
  });

  it('is drafts then, in the name of whoever took it in, and taken in once', async () => {
    const rows = await drafts();
    expect(rows.map(({ slug, state }) => `${slug} ${state}`)).toEqual([
      'cause-1 draft',
      'cause-2 draft',
      'a-course draft',
      'a-guide draft',
      'a-sign draft',
      'a-treatment draft',
    ]);
    for (const { writers } of rows) expect(writers).toMatchObject([{ actor: String(staff.editor.id) }]);
    const { plan, code } = await take();
    expect(code).toBe(0);
    expect(reportLines(plan)).toEqual([expect.stringMatching(/^0 new, 0 changed, \d+ unchanged, 0 in conflict$/)]);
    expect((await drafts()).map(({ turn }) => turn)).toEqual(rows.map(({ turn }) => turn));
  });

  it('takes what was changed in the files, field by field', async () => {
    await change(CAUSE, 'onset: gradual', 'onset: sudden');
    await change(CAUSE, 'This is cause number 1.', 'Old words.');
    expect(linesOf(await take(folder, { apply: false }))[0]).toBe(
      'changed    causes/cause-1: sections.what-it-is, onset',
    );
    expect((await take()).code).toBe(0);
  });

  it('leaves alone what somebody changed here, until it is told to overwrite it', async () => {
    const { id } = await entry('cause-1');
    const data = { title: 'Other words.' };
    await here.payload.update({
      collection: 'causes',
      id,
      data,
      draft: true,
      user: staff.admin,
      overrideAccess: false,
    });
    await change(CAUSE, 'onset: sudden', 'onset: varies');
    const kept = await take();
    expect(kept.code).toBe(2);
    expect(linesOf(kept)[0]).toMatch(/^conflict {3}causes\/cause-1: title, onset; /);
    expect((await here.payload.findByID({ collection: 'causes', id, draft: true })).title).toBe('Other words.');
    expect((await take(folder, { overwrite: true })).code).toBe(0);
    expect(await here.payload.findByID({ collection: 'causes', id, draft: true })).toMatchObject({
      title: 'Cause 1',
      onset: 'varies',
    });
  });

  it('shows a changed figure in every entry that uses it', async () => {
    const before = await entry('a-guide');
    const picture = { width: 500, height: 300, channels: 3, background: '#800' } as const;
    await sharp({ create: picture }).png().toFile(path.join(folder, 'figures/drawing.png'));
    expect(linesOf(await take())[0]).toBe('changed    media/drawing: file');
    const after = await entry('a-guide');
    expect(after.revision).not.toBe(before.revision);
    expect((await here.payload.count({ collection: 'media' })).totalDocs).toBe(1);
  });

  it('writes nothing of a folder with problems, or for an account that may not', async () => {
    await change(CAUSE, 'onset: varies', 'onset: varies\nonsett: x');
    const { problems, code } = await take(folder, { overwrite: true });
    expect(code).toBe(1);
    expect(problems).toEqual([{ file: CAUSE, message: '(file): Unrecognized key: "onsett"' }]);
    await change(CAUSE, '\nonsett: x', '');
    await expect(take(path.join(base, 'nowhere'))).rejects.toThrow('There is no folder');
    await expect(accountOf(here.payload, 'nobody@example.com')).rejects.toThrow('There is no account');
    await expect(accountOf(here.payload, 'mailer@example.com')).rejects.toThrow('is a mailer');
  });

  it('goes out as drafts, the same bytes each time, and is unchanged when it comes back', async () => {
    expect(await give('drafts', 'drafts')).toMatchObject({ entries: 6, problems: [] });
    const bytes = async () => readFile(path.join(base, 'drafts', MANIFEST), 'utf8');
    const first = await bytes();
    await give('drafts', 'drafts');
    expect(await bytes()).toBe(first);
    expect(linesOf(await take(path.join(base, 'drafts')))).toHaveLength(1);
    expect(await give('live', 'empty')).toMatchObject({ entries: 0, problems: [] });
  });

  it('goes out as readers have it, and is the same revisions in another installation', async () => {
    for (const slug of ['a-sign', 'a-treatment', 'cause-1', 'cause-2', 'a-guide', 'a-course']) {
      const { id, type } = await entry(slug);
      const collection = `${type}s` as 'causes';
      await here.payload.update({
        collection,
        id,
        data: { reviewDue: '2028-06-01T00:00:00.000Z' },
        draft: true,
        user: staff.editor,
        overrideAccess: false,
      });
      await releaseEntry(here.payload, staff, collection, id, 'new');
    }
    expect(await give('live', 'live')).toMatchObject({ entries: 6, problems: [] });
    const live = path.join(base, 'live');
    expect(linesOf(await take(live))).toHaveLength(1);
    expect(await take(live, {}, there, others)).toMatchObject({ problems: [], code: 0 });
    const identity = ({ uid, revision }: { uid: string; revision: string }) => ({ uid, revision });
    expect((await drafts(there)).map(identity)).toEqual((await drafts()).map(identity));
    expect(await give('drafts', 'again', there)).toMatchObject({ problems: [] });
    const filesOf = async (name: string) =>
      parseManifest(await readFile(path.join(base, name, MANIFEST), 'utf8'))?.files;
    expect(await filesOf('again')).toEqual(await filesOf('live'));
  });

  it('goes out as readers have it, whatever editors have meanwhile', async () => {
    const { id } = await entry('cause-1');
    const data = { title: 'Other words.' };
    await here.payload.update({
      collection: 'causes',
      id,
      data,
      draft: true,
      user: staff.editor,
      overrideAccess: false,
    });
    await here.payload.update({
      collection: 'media',
      where: { shortName: { equals: 'drawing' } },
      data: { alt: 'Other words.' },
    });
    const files = async () => readFile(path.join(base, 'live', CAUSE), 'utf8');
    const before = await files();
    expect(await give('live', 'live')).toMatchObject({ problems: [] });
    expect(await files()).toBe(before);
    expect(linesOf(await take(path.join(base, 'live'), { apply: false }))[0]).toMatch(
      /^conflict {3}media\/drawing: alt; /,
    );
    expect((await reviewOf(here.payload, staff, 'causes', id)).state).toBe('draft');
  });

  it('is written over no folder of somebody else, and over no file that was changed', async () => {
    await expect(give('live', 'library')).rejects.toThrow('is not empty');
    await writeFile(path.join(base, 'live', CAUSE), 'Other words.');
    await expect(give('live', 'live')).rejects.toThrow('was changed since');
    expect((await readdir(path.join(base, 'live'))).length).toBeGreaterThan(5);
  });

  it('does not go out while a release of it does not verify', async () => {
    const where = { slug: { equals: 'cause-2' } };
    await here.payload.db.updateOne({ collection: 'releases', where, data: { title: 'Other words.' } });
    // As a process that begins now would read the log.
    Object.assign(here.payload.config.custom, { library: undefined });
    const { problems } = await give('live', 'tampered');
    expect(problems).toEqual([
      { file: expect.stringMatching(/^release \d$/) as string, message: expect.any(String) as string },
    ]);
    await expect(readdir(path.join(base, 'tampered'))).rejects.toThrow('ENOENT');
  });
});
