import type { Payload } from 'payload';
import type { HeadMarkFile } from '../../release-log/head-mark.ts';
import type { SigningKey } from '../../release-log/signature.ts';
import type { Policy } from '../rules/policy.ts';

/** What the verbs need from outside, set up once per process by the configuration. */
export interface Services {
  signingKey: () => Promise<SigningKey>;
  /** how far the log had got, outside the database */
  headMark: HeadMarkFile;
  now: () => Date;
  policy: Policy;
  /** whoever opens a job of the desk begins it at once; else it waits for whoever runs jobs */
  jobsAtOnce: boolean;
}

/** The services that `payload.config.ts` put into this Payload instance. */
export const servicesOf = (payload: Payload): Services => payload.config.custom.services as Services;
