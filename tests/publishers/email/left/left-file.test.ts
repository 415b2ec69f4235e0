import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leftFile, readLeft } from '../../../../publishers/email/left/left-file.ts';
import { leftDigest } from '../../../../publishers/email/left/left-lines.ts';

const SECRET = 'a secret of the tests that is long enough';
const READER = 'reader@example.net';

describe('what is kept of who left, outside the database', () => {
  let dataDir: string;
  let time: Date;
  let errors: unknown[];
  const file = () => path.join(dataDir, 'readers-left.jsonl');
  const at = (moment: string) => {
    time = new Date(moment);
  };
  const kept = (over: { secret?: string; mostBytes?: number } = {}) =>
    leftFile({ dataDir, secret: SECRET, now: () => time, onError: (error) => errors.push(error), ...over });
  const known = (secret = SECRET) => readLeft({ dataDir, secret });

  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'left-'));
    errors = [];
    at('2026-02-01T08:00:00Z');
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('is a digest that nobody can try addresses against, for the owner of the file alone', async () => {
    await kept().note('lessons', READER, 'course-1');
    expect(await readFile(file(), 'utf8')).not.toMatch(/reader|example/);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(leftDigest(SECRET).of(READER)).toMatch(/^[\w-]{22}$/);
    expect(leftDigest('another secret of the tests').of(READER)).not.toBe(leftDigest(SECRET).of(READER));
    expect(errors).toEqual([]);
  });

  it('says from when on everybody is in it, and does not where there is none', async () => {
    expect(await known()).toBeNull();
    await kept().begin();
    at('2026-02-02T08:00:00Z');
    await kept().begin();
    await kept().note('nothing', READER);
    await kept().note('erased', READER);
    const who = leftDigest(SECRET).of(READER);
    expect(await known()).toEqual({
      since: new Date('2026-02-01T08:00:00Z'),
      lines: [
        { at: '2026-02-02T08:00:00.000Z', how: 'nothing', who },
        { at: '2026-02-02T08:00:00.000Z', how: 'erased', who },
      ],
      damaged: 0,
    });
  });

  it('begins anew with another secret: nobody can say whose the lines before are', async () => {
    await kept().note('nothing', READER);
    const secret = 'another secret of the tests';
    expect(await known(secret)).toEqual({ since: null, lines: [], damaged: 0 });
    at('2026-02-03T08:00:00Z');
    await kept({ secret }).begin();
    await kept({ secret }).note('complained', READER);
    expect(await known(secret)).toMatchObject({ since: time, lines: [{ how: 'complained' }] });
  });

  it('keeps its other lines when a write was cut off, and says that one cannot be read', async () => {
    await kept().note('nothing', READER);
    await appendFile(file(), '\n{"at":"2026-02-0');
    await kept().note('bounced', 'other@example.net');
    expect(await known()).toMatchObject({ lines: [{ how: 'nothing' }, { how: 'bounced' }], damaged: 1 });
  });

  it('takes lines of another machine behind its own, and is whole from where the later one begins', async () => {
    await kept().note('nothing', READER);
    const first = await readFile(file(), 'utf8');
    await rm(file());
    at('2026-02-05T08:00:00Z');
    await kept().note('lessons', 'other@example.net', 'course-1');
    await writeFile(file(), first + (await readFile(file(), 'utf8')));
    expect(await known()).toMatchObject({ since: time, lines: [{ how: 'nothing' }, { how: 'lessons' }] });
  });

  it('does not grow for ever: the oldest go, and it says so', async () => {
    const mostBytes = 1_000;
    for (let day = 1; day <= 28; day += 1) {
      at(`2026-02-${String(day).padStart(2, '0')}T08:00:00Z`);
      await kept({ mostBytes }).note('lessons', `reader-${day}@example.net`, 'a-course-with-a-long-permanent-id');
    }
    const { since, lines } = (await known())!;
    expect((await stat(file())).size).toBeLessThan(mostBytes + 300);
    expect(lines.length).toBeGreaterThan(6);
    expect(lines.length).toBeLessThan(28);
    expect(since?.toISOString()).toBe(lines[0]?.at);
    expect(lines.at(-1)?.at).toBe(time.toISOString());
  });

  it('stops nobody from leaving when it cannot be written', async () => {
    dataDir = path.join(dataDir, 'a-file');
    await writeFile(dataDir, '');
    await kept().note('nothing', READER);
    expect(errors).toHaveLength(1);
    await rm(dataDir);
  });
});
