import type { Limit } from '../../model/limits.ts';

/** The limits of an installation (`policy.ts`). */
export interface SignUpLimits {
  /** from one network: an IPv4 address, or the /64 of an IPv6 address */
  network: Limit;
  /** for one mailbox, however its address is written: part after a plus, dots and case do not make another */
  mailbox: Limit;
  /** for one course, from everybody together */
  course: Limit;
}
