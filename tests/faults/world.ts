/** What a run of faults happens to: one entry in one course, readers, workers, a mail server, one fast clock. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createChannels } from '../../runtime/channels.ts';
import { aCourseDraft } from '../support/courses.ts';
import { startSystem, type DatabaseName, type TestSystem } from '../support/database.ts';
import { edit } from '../support/editing.ts';
import { aCauseDraft, releaseEntry, reviewOf, submitEntry } from '../support/entries.ts';
import { createStaff, verb } from '../support/people.ts';
import type { Chance } from './chance.ts';
import { createFastClock, type FastClock } from './clock.ts';
import { createDatabaseLine, type DatabaseLine } from './database-line.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';
import { startFaultyMailServer, type FaultyMailServer, type Taken } from './mail-server.ts';
import { patiently } from './patience.ts';
import { createReaders, type Readers } from './readers.ts';
import { createWorker, type Worker } from './workers.ts';

export const LESSONS = ['one', 'two', 'three'];
const FIRST_WORDING = 20;
/** Seconds of the fast clock in a real one: what waits a minute is seen after a second. */
const SPEED = 60;

interface SafetyRelease {
  at: Date;
  seq: number;
  wording: number;
}

export interface World {
  database: DatabaseName;
  system: TestSystem;
  clock: FastClock;
  mail: FaultyMailServer;
  readers: Readers;
  workers: Worker[];
  /** of each worker on MongoDB; empty on SQLite */
  lines: DatabaseLine[];
  /** null where no file system may be mounted, and on MongoDB, whose files are the server's */
  disk: SmallDisk | null;
  /** corrects the entry for safety, under a wording of its own, again until it is released */
  correct: () => Promise<void>;
  corrections: readonly SafetyRelease[];
  stop: () => Promise<void>;
}

export interface WorldOptions {
  database: DatabaseName;
  workers: number;
  chance: Chance;
  /** a file system of its own that can be filled, on SQLite */
  smallDisk: boolean;
}

export async function startWorld({ database, workers: count, chance, smallDisk }: WorldOptions): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'imprimatur-faults-'));
  const disk = smallDisk && database === 'SQLite' ? mountSmallDisk(path.join(folder, 'disk')) : null;
  const clock = createFastClock(path.join(folder, 'clock.json'), SPEED);
  let read: (mail: Taken) => void = () => undefined;
  const mail = await startFaultyMailServer((taken) => read(taken), clock.now);
  const system = await startSystem(database, {
    env: {
      MAIL_URL: mail.url,
      ...(disk ? { DATA_DIR: disk.folder, DATABASE_URL: `file:${path.join(disk.folder, 'test.db')}` } : {}),
    },
    now: clock.now(),
  });
  const ticking = setInterval(() => system.setNow(clock.now()), 20);
  const { payload, env } = system;

  const staff = await createStaff(payload);
  const said = (wording: number) => `Rest for ${wording} days.`;
  const { id } = await aCauseDraft(payload, staff, { slug: 'sore-hip', summary: said(FIRST_WORDING) });
  await releaseEntry(payload, staff, 'causes', id);
  const lessons = LESSONS.map((key, i) => ({
    key,
    entries: [{ relationTo: 'causes' as const, value: id }],
    delayDays: i === 0 ? 0 : 1,
  }));
  const course = await aCourseDraft(payload, staff, lessons);
  await releaseEntry(payload, staff, 'courses', course.id);

  const channels = createChannels({ payload, env, now: clock.now });
  const readers = createReaders({
    channels,
    siteUrl: env.siteUrl,
    course: course.slug,
    leaves: () => chance.next() < 0.03,
  });
  read = readers.read;

  const corrections: SafetyRelease[] = [];
  /** From wherever a try that failed has left it. */
  const releaseOn = async (): Promise<number> => {
    const { state, revision, approvals, live } = await reviewOf(payload, staff, 'causes', id);
    if (state === 'live' && live) return live.seq;
    const clinician = approvals.given === 0 ? staff.reviewer : staff.secondReviewer;
    if (state === 'draft') await submitEntry(payload, staff, 'causes', id, 'safety');
    else await verb(payload, clinician, 'causes', id, 'approve', { revision, release: true });
    return releaseOn();
  };
  const lines: DatabaseLine[] = [];
  const workers: Worker[] = [];
  for (let i = 0; i < count; i += 1) {
    const line = database === 'MongoDB' ? await createDatabaseLine(env.databaseUrl) : null;
    if (line) lines.push(line);
    const files = { DATA_DIR: env.dataDir, DATABASE_URL: line?.url ?? env.databaseUrl, FAULTS_CLOCK: clock.file };
    workers.push(createWorker({ DEMO: '1', LOG_LEVEL: 'error', MAIL_URL: mail.url, ...files }));
  }

  return {
    database,
    system,
    clock,
    mail,
    readers,
    workers,
    lines,
    disk,
    corrections,
    async correct() {
      const wording = FIRST_WORDING + corrections.length + 1;
      await patiently(() => edit(payload, staff.editor, 'causes', id, { summary: said(wording) }));
      const seq = await patiently(releaseOn);
      corrections.push({ at: clock.now(), seq, wording });
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.kill('SIGTERM')));
      clearInterval(ticking);
      await mail.stop();
      await system.stop();
      for (const line of lines) line.stop();
      disk?.unmount();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
