import type { State } from '../../model/lifecycle.ts';
import { STATE_WORDS } from './words.ts';
import './workflow.css';

export function StateBadge({ state }: { state: State }) {
  const { label, tone } = STATE_WORDS[state];
  return <span className={`state-badge state-badge--${tone}`}>{label}</span>;
}
