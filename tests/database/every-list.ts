/** Every list of the admin, by each column that it can be sorted by. */
import type { SanitizedCollectionConfig } from 'payload';
import { expect } from 'vitest';
import type { TestSystem } from '../support/database.ts';
import { apiOf } from '../support/rest.ts';

/** Asks for the lists as an admin's browser does. */
export async function askEveryList(
  system: TestSystem,
  isMeant: (collection: SanitizedCollectionConfig) => boolean = () => true,
): Promise<void> {
  const { rest, tokenOf } = apiOf(system);
  const token = await tokenOf('admin');
  for (const { slug, versions, admin, flattenedFields } of system.payload.config.collections.filter(isMeant)) {
    const stored = flattenedFields.flatMap((field) => ('virtual' in field && field.virtual ? [] : field.name));
    const columns = (admin.defaultColumns ?? []).filter((column) => stored.includes(column));
    for (const sort of ['', '-createdAt', '-updatedAt', 'id', ...columns]) {
      const drafts = versions ? '&draft=true' : '';
      const { status } = await rest('GET', `/api/${slug}?limit=10&depth=0${drafts}&sort=${sort}`, { token });
      // Some collections are nobody's to read.
      expect([200, 403, 404], `${slug} by ${sort}`).toContain(status);
    }
  }
}
