import { CodedError } from '../../../model/errors.ts';
import type { Limit, RequestCounts } from '../../../model/limits.ts';
import type { StaffLimits } from './limits.ts';

/** Who tries to log in. */
interface Try {
  /** the address as it was typed, folded to what Payload looks for; there may be no such account */
  account: string;
  network: string;
  /** names the browser, if it logged in to this account before */
  browser: string | null;
}

type Counted = readonly [what: string, name: string, limit: Limit];

/** What a try counts as, narrowest last: what a wider limit refuses uses nothing of a narrower one. */
function countsOf({ account, network, browser }: Try, limits: StaffLimits['login']): readonly Counted[] {
  if (browser !== null) return [['login from browser', `${browser} ${account}`, limits.browser]];
  return [
    ['login from network', network, limits.network],
    ['login from network to account', `${network} ${account}`, limits.accountFromNetwork],
    ['login to account', account, limits.account],
  ];
}

/**
 * Counts a try before its password is looked at, so that many at once count as many. Answers what takes it back, for
 * a try that turns out right. Throws `too-many-requests` with `retryAfterSeconds`.
 */
export async function countTry(
  counts: RequestCounts,
  limits: StaffLimits['login'],
  by: Try,
): Promise<() => Promise<void>> {
  const counted: Counted[] = [];
  for (const each of countsOf(by, limits)) {
    const retryAfterSeconds = await counts.count(...each);
    if (retryAfterSeconds !== null) throw tooManyTries(retryAfterSeconds);
    counted.push(each);
  }
  return async () => {
    for (const each of counted) await counts.uncount(...each);
  };
}

function tooManyTries(retryAfterSeconds: number): CodedError {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const when = minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
  return new CodedError(
    'too-many-requests',
    `Too many tries to log in. Try again ${when}, or ask for a new password: its link opens at once.`,
    { retryAfterSeconds },
  );
}
