import config from '@payload-config';
import { handleEndpoints } from 'payload';
import { door } from '../door.ts';

/** Payload's REST API. It reads the address of the request itself, as `@payloadcms/next` would hand it over. */
const answer = door(config, (request) => handleEndpoints({ config, request }));

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
