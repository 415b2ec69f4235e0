import { keyOf } from '../seed/named-in.ts';
import { isToWrite } from './apply-import.ts';
import type { Step } from './plan.ts';
import type { ImportPlan } from './plan-import.ts';

const ENDS_ROUND: readonly (string | null)[] = ['in-review', 'approved', 'scheduled'];

/** What an import would do, or did: a line for all that is not as it is here already, and the sum. */
export function reportLines({ shared, entries, leftOut }: ImportPlan): string[] {
  const all = [
    ...shared.map(({ collection, name, step }) => ({ name: `${collection}/${name}`, step, note: '' })),
    ...entries.map(({ entry, step, state }) => ({
      name: keyOf(entry),
      step,
      note: ENDS_ROUND.includes(state) && isToWrite(step) ? ` (it is ${String(state)}: that ends)` : '',
    })),
  ];
  const count = (kind: Step['kind']) => all.filter(({ step }) => step.kind === kind).length;
  return [
    ...all
      .filter(({ step }) => step.kind !== 'unchanged')
      .map(({ name, step, note }) => `${lineOf(name, step)}${note}`),
    ...leftOut.map(({ file, message }) => `left out   ${file}: ${message}`),
    `${count('new')} new, ${count('changed')} changed, ${count('unchanged')} unchanged, ${count('conflict')} in conflict`,
  ];
}

function lineOf(name: string, step: Step): string {
  switch (step.kind) {
    case 'new':
    case 'unchanged':
      return `${step.kind.padEnd(10)} ${name}`;
    case 'changed':
      return `changed    ${name}: ${step.fields.join(', ')}`;
    case 'conflict':
      return `conflict   ${name}: ${step.fields.join(', ')}; it was changed here, and not by an import. --overwrite takes the file's`;
  }
}
