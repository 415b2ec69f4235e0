import { afterEach, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { processesLeft, processesWith, startCommand, type Command } from '../support/processes.ts';

/** Starts a command whose child does one of the things that a-command.ts knows; one process sleeps below the child. */
async function aCommand(kind: string): Promise<Command & { mark: string }> {
  const mark = uuidv7();
  started.push(mark);
  const command = startCommand(process.execPath, ['--import', 'tsx', 'tests/scripts/a-command.ts', kind], {
    MARK: mark,
  });
  await command.says('ready');
  return { ...command, mark };
}

const started: string[] = [];
afterEach(async () => {
  for (const mark of started.splice(0)) for (const id of await processesWith(mark)) process.kill(id, 'SIGKILL');
});

describe('the child processes of a command', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'end with it when it alone gets %s, and their own children too',
    async (signal) => {
      const command = await aCommand('polite');
      expect((await processesWith(command.mark)).length).toBeGreaterThanOrEqual(3);
      command.process.kill(signal);
      expect(await command.exited).toBe(0);
      expect(await processesLeft(command.mark)).toEqual([]);
    },
  );

  it('end once although the signal comes twice, from the terminal and from npm', async () => {
    const command = await aCommand('polite');
    command.process.kill('SIGTERM');
    command.process.kill('SIGINT');
    command.process.kill('SIGTERM');
    expect(await command.exited).toBe(0);
    expect(await processesLeft(command.mark)).toEqual([]);
  });

  it('are killed when they do not listen', async () => {
    const command = await aCommand('deaf');
    command.process.kill('SIGTERM');
    expect(await command.exited).toBe(128 + 9);
    expect(await processesLeft(command.mark)).toEqual([]);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const)('end in the middle of a step on %s, with code %i and without the next step', async (signal, code) => {
    const command = await aCommand('step');
    command.process.kill(signal);
    expect(await command.exited).toBe(code);
    expect(command.output()).not.toContain('the next step');
    expect(await processesLeft(command.mark)).toEqual([]);
  });

  it('end a command between two steps as well', async () => {
    const command = await aCommand('alone');
    command.process.kill('SIGTERM');
    expect(await command.exited).toBe(143);
  });

  it('end when npm ends, which tells nobody but the shell that it started', async () => {
    const mark = uuidv7();
    started.push(mark);
    const shell = startCommand(
      '/bin/sh',
      ['-c', `"${process.execPath}" --import tsx tests/scripts/a-command.ts polite; true`],
      { MARK: mark, npm_lifecycle_event: 'demo' },
    );
    await shell.says('ready');
    shell.process.kill('SIGTERM');
    expect(await shell.exited).toBe('SIGTERM');
    expect(await processesLeft(mark)).toEqual([]);
  });

  it('leave nothing behind when a step fails by itself', async () => {
    const command = await aCommand('crashing');
    expect(await command.exited).toBe(7);
    expect(command.output()).not.toContain('the next step');
    expect(await processesLeft(command.mark)).toEqual([]);
  });
});
