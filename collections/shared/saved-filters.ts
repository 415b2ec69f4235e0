import type { Config, SanitizedConfig } from 'payload';
import { staff } from './access.ts';

/** Filters of lists that the staff keep for themselves or share: whoever made one changes it, unless they say otherwise. */
export const FILTERS_OF_STAFF: Config['queryPresets'] = {
  access: { create: staff, read: staff, update: staff, delete: staff },
  constraints: {},
};

/** Payload's list of them offers to sort by columns that no database can sort by. */
export function sortableFilters(config: SanitizedConfig): SanitizedConfig {
  const filters = config.collections.find(({ slug }) => slug === 'payload-query-presets');
  if (filters) Object.assign(filters.admin, { defaultColumns: ['title', 'isShared'] });
  return config;
}
