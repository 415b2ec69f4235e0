import type { Policy } from './editorial/rules/policy.ts';
import type { StaffLimits } from './collections/shared/staff-door/limits.ts';
import type { Limit } from './model/limits.ts';
import type { SignUpLimits } from './publishers/email/sign-up-policy.ts';

/**
 * The editorial policy of this installation. The one place to change it: it is handed to rules and records
 * from here (`create-config.ts`), which import no policy of their own.
 */
export const POLICY: Policy = {
  approvals: 1,
  safetyApprovals: 2,
  graceDays: 90,
  maxReadingGrade: 9,
  reviewMonths: { guide: 24, cause: 24, treatment: 12, 'red-flag': 12, course: 24 },
  // After “I have checked that”. Kept with the approval in these words: at most 200 characters each, 20 of a type.
  checklist: {
    guide: [
      'each warning sign leads to help fast enough',
      'every claim has a source, and it says so',
      'causes and treatments are named in an order that helps',
      'figures and their descriptions match the text',
    ],
    cause: [
      'each warning sign leads to help fast enough',
      'cautions, doses and interactions match the sources',
      'every claim has a source, and it says so',
      'figures and their descriptions match the text',
    ],
    treatment: [
      'cautions, doses and interactions match the sources',
      'the grade of evidence matches the sources, and says for what',
      'whoever must not use it, or must ask first, is named',
      'steps and exercises say when to stop',
    ],
    'red-flag': [
      'the order brings help fast enough',
      'whom to call, and what to say, is right',
      'what not to do is named',
      'whoever is at special risk is named',
    ],
    course: [
      'each lesson can be understood by itself',
      'each lesson has the warning signs that it needs',
      'nothing in it is asked of somebody who must not do it',
      'days and order of the lessons make sense',
    ],
  },
};

/** How many requests for email courses are taken. `deploy/nginx.conf` has the rule for networks as well: change both. */
export const SIGN_UP_LIMITS: SignUpLimits = {
  network: { most: 30, minutes: 60 },
  mailbox: { most: 5, minutes: 24 * 60 },
  course: { most: 2000, minutes: 60 },
};

/** How often a password may be tried, and a new one asked for. `deploy/nginx.conf` has the rule for networks as well. */
export const STAFF_LIMITS: StaffLimits = {
  login: {
    browser: { most: 10, minutes: 15 },
    accountFromNetwork: { most: 10, minutes: 15 },
    network: { most: 100, minutes: 15 },
    account: { most: 50, minutes: 60 },
  },
  currentPassword: { most: 10, minutes: 15 },
  newPassword: {
    network: { most: 20, minutes: 60 },
    account: { most: 3, minutes: 6 * 60 },
  },
};

/** How often the pages of outside experts are asked for from one network, whatever the link. */
export const EXPERT_LIMIT: Limit = { most: 120, minutes: 15 };
