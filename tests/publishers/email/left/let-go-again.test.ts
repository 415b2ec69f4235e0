import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../../support/database.ts';
import { aTreatment, released, withdrawn } from '../../../support/releases.ts';
import { DAY, HOUR, emailOn, linkIn, type EmailSystem } from '../system.ts';

const BACKUP = new Date('2026-02-02T12:00:00Z');
const KEPT = ['subscribers', 'enrolments', 'deliveries', 'delivery-contents', 'suppressions'] as const;

describe.each(DATABASES)('readers who left after the backup that was put back, on %s', (database) => {
  const asNew = emailOn(database);

  /** A backup of the rows of the channel, and what puts it back. */
  async function backUp({ payload, rows }: EmailSystem) {
    const copies = await Promise.all(KEPT.map(async (collection) => [collection, await rows(collection)] as const));
    return async () => {
      for (const [collection, docs] of copies) {
        await payload.db.deleteMany({ collection, where: {} });
        for (const { id: _id, ...data } of docs) await payload.db.create({ collection, data });
      }
    };
  }
  const linkOf = async ({ inbox }: EmailSystem, address: string, kind: 'unsubscribe' | 'preferences') =>
    linkIn(
      (await inbox()).findLast(({ to }) => to?.some((one) => one.address === address)),
      kind,
    );
  const putBack = async (system: EmailSystem, restore: () => Promise<void>, since = BACKUP) => {
    await restore();
    const held = await system.email.holdAfterRestore(since);
    return { ...held, ...(await system.email.letGoAgain((await system.left()).lines, since)) };
  };
  const statuses = async ({ rows }: EmailSystem) =>
    new Map(
      (await rows('enrolments')).map(({ email, status, nothingMore }) => [
        String(email).split('@')[0],
        nothingMore === true ? 'nothing' : status,
      ]),
    );

  it('take no lessons again, or nothing at all; nobody is asked about theirs, and the others go on', async () => {
    const system = await asNew();
    const { enrol, post, email, clock } = system;
    for (const name of ['stays', 'lessons', 'nothing']) await enrol(`${name}@example.net`);
    const restore = await backUp(system);
    clock.set('2026-02-03T12:00:00Z');
    await post(await linkOf(system, 'lessons@example.net', 'unsubscribe'));
    await post(await linkOf(system, 'nothing@example.net', 'unsubscribe'), { action: 'nothing' });
    const before = await statuses(system);
    clock.set('2026-02-04T12:00:00Z');
    expect(await putBack(system, restore)).toMatchObject({ held: 3, readers: 2, discarded: 2 });
    expect(await statuses(system)).toEqual(before);
    expect([...before.values()].sort()).toEqual(['active', 'nothing', 'unsubscribed']);
    expect(before.get('stays')).toBe('active');
    expect(await email.heldMails()).toMatchObject([{ recipient: 'stays@example.net' }]);
  });

  it('or only paused, stay paused, and whoever resumed goes on: each by their last word', async () => {
    const system = await asNew();
    const { enrol, post, email, clock } = system;
    const names = ['pauses', 'resumes', 'both', 'pauses-and-leaves', 'stays'];
    for (const name of names) await enrol(`${name}@example.net`);
    const says = async (name: string, action: string) =>
      post(await linkOf(system, `${name}@example.net`, 'preferences'), { action });
    await says('resumes', 'pause');
    const restore = await backUp(system);
    clock.set('2026-02-03T12:00:00Z');
    for (const name of ['pauses', 'both', 'pauses-and-leaves']) await says(name, 'pause');
    for (const name of ['resumes', 'both']) await says(name, 'resume');
    await says('pauses-and-leaves', 'unsubscribe');
    const before = await statuses(system);
    clock.set('2026-02-03T12:30:00Z');
    await putBack(system, restore);
    expect(await statuses(system)).toEqual(before);
    expect(Object.fromEntries(before)).toEqual({
      ...{ pauses: 'paused', resumes: 'active', both: 'active', stays: 'active' },
      'pauses-and-leaves': 'unsubscribed',
    });
    const sent = (await system.inbox()).length;
    clock.set('2026-02-12T12:00:00Z');
    await email.runDue();
    expect((await system.inbox()).slice(sent).flatMap(({ to }) => to?.map(({ address }) => address))).not.toContain(
      'pauses@example.net',
    );
  });

  it('are erased again, and get no mail again after a complaint or from a mailbox that does not exist', async () => {
    const system = await asNew();
    const { enrol, post, email, clock, rows, behaviour } = system;
    for (const name of ['complains', 'erases', 'refused']) await enrol(`${name}@example.net`);
    const restore = await backUp(system);
    clock.set('2026-02-03T12:00:00Z');
    await email.takeComplaint('complains@example.net');
    await post(await linkOf(system, 'erases@example.net', 'preferences'), { action: 'erase' });
    clock.set('2026-02-04T12:00:00Z');
    behaviour.recipient = () => ({ code: 550, text: '5.1.1 no such mailbox' });
    await email.runDue();
    const { lines } = await system.left();
    expect(await putBack(system, restore)).toMatchObject({ readers: 3 });
    expect([...(await statuses(system))].sort()).toEqual([
      ['complains', 'nothing'],
      ['refused', 'active'],
    ]);
    expect((await rows('subscribers')).map(({ email: address }) => address).sort()).toEqual([
      'complains@example.net',
      'refused@example.net',
    ]);
    expect((await rows('suppressions')).map(({ addressKey, reason }) => [addressKey, reason]).sort()).toEqual([
      ['complains@example.net', 'complained'],
      ['refused@example.net', 'bounced'],
    ]);
    expect((await system.left()).lines).toEqual(lines);
  });

  it('hear of mistakes in what may have reached them, unless they want nothing', async () => {
    const system = await asNew();
    const { enrol, post, email, clock, append, smtp } = system;
    for (const name of ['lessons', 'nothing']) await enrol(`${name}@example.net`);
    const restore = await backUp(system);
    clock.set('2026-02-04T12:00:00Z');
    await email.runDue();
    await post(await linkOf(system, 'lessons@example.net', 'unsubscribe'));
    await post(await linkOf(system, 'nothing@example.net', 'unsubscribe'), { action: 'nothing' });
    await putBack(system, restore);
    const before = smtp.received.length;
    await append(withdrawn(released(aTreatment(), { seq: 3 }), { seq: 5 }));
    await email.follow(4, 5);
    await email.runDue();
    clock.pass(10 * DAY);
    await email.runDue();
    expect(smtp.received.slice(before).map(({ to }) => to[0])).toEqual(['lessons@example.net']);
  });

  it('stay when they came back, whether the backup knows or not', async () => {
    const system = await asNew();
    const { enrol, post, clock } = system;
    await enrol('back@example.net');
    const early = await backUp(system);
    clock.set('2026-02-03T12:00:00Z');
    await post(await linkOf(system, 'back@example.net', 'unsubscribe'));
    clock.pass(HOUR);
    await enrol('back@example.net');
    const late = await backUp(system);
    expect(await putBack(system, early)).toMatchObject({ readers: 0 });
    expect([...(await statuses(system))]).toEqual([['back', 'active']]);
    // Even when the line of the return is lost.
    await late();
    const [left] = (await system.left()).lines;
    expect(await system.email.letGoAgain([left!], new Date(0))).toMatchObject({ readers: 0 });
    expect([...(await statuses(system))]).toEqual([['back', 'active']]);
  });

  it('are those since the backup alone: before it, the database knows better', async () => {
    const system = await asNew();
    const { enrol, post, clock } = system;
    await enrol('reader@example.net');
    const restore = await backUp(system);
    clock.set('2026-02-02T10:00:00Z');
    await post(await linkOf(system, 'reader@example.net', 'unsubscribe'));
    expect(await putBack(system, restore)).toMatchObject({ readers: 0 });
    expect(await putBack(system, restore, new Date('2026-02-02T10:05:00Z'))).toMatchObject({ readers: 1 });
    expect(await putBack(system, restore, new Date(0))).toMatchObject({ readers: 1 });
  });
});
