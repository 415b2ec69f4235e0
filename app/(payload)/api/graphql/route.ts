import config from '@payload-config';
import { REST_OPTIONS } from '@payloadcms/next/routes';
import { door } from '../door.ts';
import { graphqlForStaff } from './for-staff.ts';

export const POST = door(config, graphqlForStaff(config));
export const OPTIONS = REST_OPTIONS(config);
