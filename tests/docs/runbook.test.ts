import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { EVENT_LEVELS } from '../../publishers/channel-events.ts';
import { parseEnv } from '../../env.ts';

const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8');

/** The schema's keys: the only capitals that begin a line of env.ts and end in a colon. */
const variables = [...read('env.ts').matchAll(/^ {2,4}([A-Z][A-Z_]+):/gm)].map(([, name]) => name!);

describe('the environment table of the runbook', () => {
  const section = read('docs/runbook.md').split('## Environment')[1]!.split('\n## ')[0]!;
  const rows = [...section.matchAll(/^\| `([A-Z_]+)` \| (.*?) \| (.*?) ?\|$/gm)].map(
    ([, name, value]): [string, string] => [name!, value!],
  );

  it('names exactly the variables that env.ts reads', () => {
    expect(variables.length).toBeGreaterThan(15);
    expect(rows.map(([name]) => name).sort()).toEqual([...variables].sort());
  });

  it('gives the defaults that env.ts has', () => {
    const env = parseEnv({});
    const said = Object.fromEntries(rows);
    expect(said.PORT).toBe(`\`${env.port}\``);
    expect(said.HOST).toBe(`\`${env.host}\``);
    expect(said.NODE_ENV).toBe(`\`${env.nodeEnv}\``);
    expect(said.MAIL_URL).toBe(`\`${env.mailUrl}\``);
    expect(said.LOG_LEVEL).toBe(`\`${env.logLevel}\``);
    expect(path.resolve(said.DATA_DIR!.replaceAll('`', ''))).toBe(env.dataDir);
  });
});

it('the events that the runbook tells of are those that channels have', () => {
  const section = read('docs/runbook.md').split('### Lines of the log')[1]!.split('\n## ')[0]!;
  const firstCells = [...section.matchAll(/^\| (`.*?) \|/gm)].map(([, cell]) => cell!);
  const named = firstCells.flatMap((cell) => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name!));
  expect(named.sort()).toEqual(Object.keys(EVENT_LEVELS).sort());
});

describe('the table of a red /readyz', () => {
  const section = read('docs/runbook.md').split('## A red `/readyz`')[1]!.split('\n## ')[0]!;
  const files = readdirSync(path.resolve(import.meta.dirname, '../../release-log')).filter((f) => f.endsWith('.ts'));
  /** What a fault says, up to what differs: the words that begin so in the code of the log. */
  const words =
    /['`]((?:the (?:rows? |text |summary |signature does|log ends|end of the log |high-water mark beside)|its key|it cannot be taken in)[^'`$]*)/g;
  const said = [
    ...new Set(files.flatMap((f) => [...read(`release-log/${f}`).matchAll(words)].map(([, what]) => what!))),
  ];

  it('says what to do for every fault that the log can name', () => {
    expect(said.length).toBeGreaterThan(15);
    expect(said.filter((what) => !section.includes(what.trim()))).toEqual([]);
  });
});

describe('the variables in .env.example', () => {
  const named = [...read('.env.example').matchAll(/^(?:# )?([A-Z][A-Z_]+)=(.*)$/gm)].map(([, name]) => name!);

  it('are ones that docker-compose.yml takes', () => {
    const taken = new Set([...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name));
    expect(new Set(named)).toEqual(taken);
  });

  it('hold no secret', () => {
    const filled = [...read('.env.example').matchAll(/^([A-Z_]+)=(.+)$/gm)];
    expect(filled).toEqual([]);
  });

  it('reach the application under names that it reads', () => {
    const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
      services: { web: { environment: Record<string, string> } };
    };
    for (const name of Object.keys(services.web.environment)) expect(variables).toContain(name);
  });
});
