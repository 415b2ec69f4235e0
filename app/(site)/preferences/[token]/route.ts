export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from '../../serve-email.ts';

export const dynamic = 'force-dynamic';
