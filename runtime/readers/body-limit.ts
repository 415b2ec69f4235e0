const KB = 1024;
const MB = 1024 * KB;

/**
 * How many bytes the body of a request may have, by its address. Payload and Next read a body whole before they look
 * at it, whoever sends it and however long it goes on. The same numbers as in `deploy/nginx.conf`; an address that is
 * written in any other way gets the smaller one.
 */
export function bodyLimit(path: string): number {
  if (/^\/api\/media(?:[/?]|$)/.test(path)) return 25 * MB;
  // What somebody outside may answer at length (`admin/experts/form-body.ts`).
  if (path.startsWith('/expert/')) return 2 * MB;
  return /^\/(?:api|admin)(?:[/?]|$)/.test(path) ? 4 * MB : 64 * KB;
}
