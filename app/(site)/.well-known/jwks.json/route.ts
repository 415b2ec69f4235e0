export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from '../../serve-feed.ts';

export const dynamic = 'force-dynamic';
