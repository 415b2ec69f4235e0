import config from '@payload-config';
import { REST_OPTIONS } from '@payloadcms/next/routes';
import { graphqlForStaff } from './for-staff.ts';

export const POST = graphqlForStaff(config);
export const OPTIONS = REST_OPTIONS(config);
