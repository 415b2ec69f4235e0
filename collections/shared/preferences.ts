import type { SanitizedConfig } from 'payload';
import { CodedError } from '../../model/errors.ts';

const PREFERENCES = 'payload-preferences';

/** Payload's route that forgets a setting of the admin breaks on SQLite for one that there is not. */
export function answerForUnknownPreferences(config: SanitizedConfig): SanitizedConfig {
  const preferences = config.collections.find(({ slug }) => slug === PREFERENCES);
  if (!preferences?.endpoints) return config;
  preferences.endpoints = preferences.endpoints.map((each) =>
    each.method !== 'delete' || each.path !== '/:key'
      ? each
      : {
          ...each,
          handler: async (req) => {
            const key = (req.routeParams as { key?: string } | undefined)?.key ?? '';
            const where = { key: { equals: key } };
            if (req.user) {
              const own = await req.payload.count({ collection: PREFERENCES, where, overrideAccess: false, req });
              if (own.totalDocs === 0) throw new CodedError('not-found', 'There is no such setting.');
            }
            return each.handler(req);
          },
        },
  );
  return config;
}
