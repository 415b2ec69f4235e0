export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from '../serve-site.ts';

export const dynamic = 'force-dynamic';
