import type { ReactNode } from 'react';

export interface Fact {
  name: string;
  value: string | string[] | null;
}

/** Names and values; what has no value is left out. */
export function Facts({ facts }: { facts: Fact[] }): ReactNode {
  return (
    <dl className="facts">
      {facts
        .filter(({ value }) => value !== null && value.length > 0)
        .map(({ name, value }) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name}-value`}>
            <Value value={value} />
          </dd>,
        ])}
    </dl>
  );
}

function Value({ value }: { value: Fact['value'] }): ReactNode {
  if (!Array.isArray(value)) return value;
  if (value.length === 1) return value[0];
  return (
    <ul>
      {value.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
