import type { DefaultServerCellComponentProps } from 'payload';
import { STATES, type State } from '../../model/lifecycle.ts';
import { StateBadge } from './state-badge.tsx';

/** A state in a list, as a badge. */
export function StateCell({ cellData }: DefaultServerCellComponentProps) {
  return isState(cellData) ? <StateBadge state={cellData} /> : <>—</>;
}

const isState = (value: unknown): value is State => STATES.some((state) => state === value);
