import type { Payload } from 'payload';
import type { Location } from '../../model/entries/location.ts';

/** A place on the body as an entry carries it; unless said, its words are its key. */
export const aLocation = (slug: string, label = slug): Location => ({ label, slug });

/** A stored place. */
export const aPlace = (payload: Payload, slug: string, label = slug) =>
  payload.create({ collection: 'locations', data: { slug, label, bodyAreas: ['Hip'] } });
