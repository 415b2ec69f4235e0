import type { ReactNode } from 'react';

export interface Fact {
  name: string;
  value: string | string[] | null;
}

/** Answers up to this length stand in one line together. */
const ONE_LINE = 48;

/** A term above its answer, two beside each other where there is room; what has no answer is left out. */
export function Facts({ facts }: { facts: Fact[] }): ReactNode {
  return (
    <dl className="facts">
      {facts
        .filter(({ value }) => value !== null && value.length > 0)
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            {linesOf(value).map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
    </dl>
  );
}

function linesOf(value: Fact['value']): string[] {
  if (!Array.isArray(value)) return value === null ? [] : [value];
  const together = value.join(', ');
  return together.length <= ONE_LINE ? [together] : value;
}
