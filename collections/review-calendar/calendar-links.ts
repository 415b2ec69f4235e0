import type { CollectionConfig } from 'payload';
import { CodedError } from '../../model/errors.ts';
import { nobody, nobodyField } from '../shared/access.ts';
import { refusesWriting } from '../shared/operations.ts';
import { momentPicker } from '../shared/pickers.ts';
import { issueLink, readCalendar, revokeLink } from './calendar-endpoints.ts';

const refuse = () => {
  throw new CodedError('not-allowed', 'Links are made by POST /api/calendar-links/issue and ended by …/revoke.');
};

/** The secret link of each account to the calendar of reviews: one at a time, of which only a digest is kept. */
export const calendarLinks = (siteUrl: string): CollectionConfig => ({
  slug: 'calendar-links',
  admin: { hidden: true },
  access: {
    read: ({ req }) => (req.user ? { owner: { equals: String(req.user.id) } } : false),
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  hooks: { beforeOperation: [refusesWriting(refuse)] },
  endpoints: [issueLink(siteUrl), revokeLink, readCalendar(siteUrl)],
  disableDuplicate: true,
  fields: [
    { name: 'owner', type: 'text', required: true, unique: true, index: true },
    {
      name: 'digest',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      access: { read: nobodyField, create: nobodyField, update: nobodyField },
    },
    { name: 'madeAt', type: 'date', required: true, admin: { date: momentPicker } },
  ],
});
