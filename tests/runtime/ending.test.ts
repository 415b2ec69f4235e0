import { describe, expect, it } from 'vitest';
import { startCommand, type Command } from '../support/processes.ts';

async function aProcess(work: string, env: Record<string, string> = {}): Promise<Command> {
  const command = startCommand(process.execPath, ['--import', 'tsx', 'tests/runtime/a-process.ts', work], env);
  await command.says('ready');
  return command;
}

describe('a process that is asked to end', () => {
  it('does its last work first, however often it is asked', async () => {
    const server = await aProcess('a_request');
    for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) server.process.kill(signal);
    expect(await server.exited).toBe(0);
    expect(server.output()).toContain('answered');
  });

  it('ends at once when it has not begun to work', async () => {
    const server = await aProcess('nothing');
    server.process.kill('SIGTERM');
    expect(await server.exited).toBe(0);
  });

  it('says so when its last work fails', async () => {
    const server = await aProcess('a_failure');
    server.process.kill('SIGTERM');
    expect(await server.exited).toBe(1);
    expect(server.output()).toContain('the last work failed');
  });

  it('does not wait for ever', async () => {
    const server = await aProcess('an_endless_one');
    server.process.kill('SIGTERM');
    expect(await server.exited).toBe(0);
  });
});
