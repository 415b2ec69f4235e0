import { WITHDRAWAL_REASONS, WITHDRAWAL_WORDS } from '../../../model/withdrawal.ts';
import { Choices } from './inputs.tsx';

/** Why, in the words that readers will be told; none is chosen to begin with. */
export const WithdrawalReasons = () => (
  <Choices
    name="reason"
    legend="What readers are told"
    choices={WITHDRAWAL_REASONS.map((value) => ({ value, label: WITHDRAWAL_WORDS[value] }))}
  />
);
