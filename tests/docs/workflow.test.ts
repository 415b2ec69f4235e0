import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLES, STATES, VERBS } from '../../model/lifecycle.ts';
import { CLINICIAN_VERBS, subjectOf, TRANSITIONS, WHO_MAY } from '../../editorial/rules/lifecycle.ts';
import { POLICY } from '../../policy.ts';

const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/workflow.md'), 'utf8');

describe('the diagram in docs/workflow.md', () => {
  const diagram = /```mermaid\nstateDiagram-v2\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const states = new Map([...diagram.matchAll(/^ +state "([^"]+)" as (\w+)$/gm)].map(([, name, id]) => [id, name]));
  const arrows = [...diagram.matchAll(/^ +(\w+) --> (\w+): (\S+)$/gm)];

  it('names every state once', () => {
    expect([...states.values()].sort()).toEqual([...STATES].sort());
  });

  it('draws every transition of a draft that is not beside another text, and no other', () => {
    const drawn = arrows.map(([, from, to, by]) => `${states.get(from)} —${by}→ ${states.get(to)}`);
    expect(drawn.sort()).toEqual(named(TRANSITIONS.filter(({ beside }) => !beside)));
  });

  it('has no line that this test does not understand', () => {
    const lines = diagram.split('\n').filter((line) => line.trim() !== '');
    expect(lines.length).toBe(states.size + arrows.length + 1);
    expect(diagram).toContain('[*] --> draft\n');
  });
});

describe('the table of what happens beside a draft under way in docs/workflow.md', () => {
  it('has every such transition, and no other', () => {
    const rows = tableAfter('## Beside a draft under way').flatMap(([by, from, to]) =>
      ticked(from).flatMap((state) =>
        (to === 'as it is' ? [state] : ticked(to)).map((next) => ({ from: state, by: ticked(by)[0], to: next })),
      ),
    );
    expect(named(rows)).toEqual(named(TRANSITIONS.filter(({ beside }) => beside)));
  });
});

describe('the table of verbs in docs/workflow.md', () => {
  const rows = tableAfter('## Who may take which verb');

  it('has a row for every verb', () => {
    expect(rows.map(([verb]) => verb)).toEqual(VERBS.map((verb) => `\`${verb}\``));
  });

  it.each(VERBS.map((verb, i) => [verb, i] as const))('says who may take %s, and on what', (verb, i) => {
    const [, editor, reviewer, mailer, admin, clinician, on] = rows[i]!;
    const said = { editor, reviewer, mailer, admin };
    expect(said).toEqual(Object.fromEntries(ROLES.map((role) => [role, yes(WHO_MAY[verb].includes(role))])));
    expect(clinician).toBe(yes(CLINICIAN_VERBS.includes(verb)));
    expect(on).toBe(subjectOf(verb));
  });
});

describe('the table of the policy in docs/workflow.md', () => {
  it('gives every rule its value', () => {
    const rows = tableAfter('## Policy').map(([rule, value]) => [/^`(\w+)`/.exec(rule!)?.[1], Number(value)]);
    const byType = (rule: object | undefined) => Object.keys(rule ?? {}).length;
    const { checklist, reviewMonths } = POLICY;
    const counted = { ...POLICY, checklist: byType(checklist), reviewMonths: byType(reviewMonths) };
    expect(Object.fromEntries(rows)).toEqual(counted);
  });
});

const named = (rows: { from?: string; by?: string; to?: string }[]) =>
  rows.map(({ from, by, to }) => `${from} —${by}→ ${to}`).sort();
const ticked = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
const yes = (is: boolean) => (is ? 'yes' : 'no');

/** Cells of the first table under a heading, without its head. */
function tableAfter(heading: string): string[][] {
  const section = text.split(heading)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}
