import type { Payload } from 'payload';
import { createDeliveries, type Deliveries } from './deliveries.ts';
import { createDocuments } from './documents.ts';
import { createEnrolments, type Enrolments } from './enrolments.ts';
import { createLaterReleases, type LaterReleases } from './later-releases.ts';
import { createNotices, type Notices } from './notices.ts';
import { createSubscribers, type Subscribers } from './subscribers.ts';
import { createSuppressions, type Suppressions } from './suppressions.ts';

/** Everything that the email channel keeps. */
export interface EmailStore {
  subscribers: Subscribers;
  enrolments: Enrolments;
  deliveries: Deliveries;
  suppressions: Suppressions;
  laterReleases: LaterReleases;
  notices: Notices;
}

export function createEmailStore(payload: Payload): EmailStore {
  const documents = createDocuments(payload);
  return {
    subscribers: createSubscribers(documents),
    enrolments: createEnrolments(documents),
    deliveries: createDeliveries(documents),
    suppressions: createSuppressions(documents),
    laterReleases: createLaterReleases(payload),
    notices: createNotices(payload, documents),
  };
}
