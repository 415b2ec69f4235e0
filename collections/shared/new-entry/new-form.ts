import type { DefaultValue, PayloadRequest } from 'payload';
import type { EntryType } from '../../../model/entries/types.ts';
import { servicesOf } from '../../../editorial/records/services.ts';
import { proposedReviewDue } from '../../../editorial/rules/review-period.ts';

/**
 * What the form of a new entry begins with. Payload fills default values in at every door, reading included: here they
 * stand on the page of a new entry alone, so that what is sent over the API says what it says.
 */
const onNewPage =
  <Value>(value: (req: PayloadRequest) => Value) =>
  ({ req }: { req: PayloadRequest }) =>
    isNewPage(req) ? value(req) : undefined;

const isNewPage = ({ payload, pathname }: PayloadRequest): boolean => {
  const { admin } = payload.config.routes;
  return pathname.startsWith(`${admin}/collections/`) && pathname.endsWith('/create');
};

/** A row for each section that a page of this type can have, in reading order. */
export const sectionsOfTemplate = (kinds: readonly string[]): DefaultValue =>
  onNewPage(() => kinds.map((kind) => ({ kind })));

/** The day by which policy wants somebody to look again. */
export const reviewDueOfPolicy = (type: EntryType): DefaultValue =>
  onNewPage(({ payload }) => {
    const { policy, now } = servicesOf(payload);
    return proposedReviewDue(policy, type, now()) ?? undefined;
  });
