import type { Limit } from '../../../model/limits.ts';

/** How often the staff's passwords may be tried and asked for (`policy.ts`). Why they are these: ADR 0061. */
export interface StaffLimits {
  /** tries that failed, or have no answer yet */
  login: {
    /** of an account from a browser that logged in to it before; none of the others counts there */
    browser: Limit;
    /** of one account from one network, by browsers that are not known to it */
    accountFromNetwork: Limit;
    /** of whatever account from one network: an IPv4 address, or the /64 of an IPv6 address */
    network: Limit;
    /** of one account from everywhere together */
    account: Limit;
  };
  /** wrong ones for one account, of somebody who is logged in and is asked for the password once more */
  currentPassword: Limit;
  newPassword: {
    network: Limit;
    /** mails to one account. A link holds for as many minutes, so that whoever gets no mail has one that opens */
    account: Limit;
  };
}
