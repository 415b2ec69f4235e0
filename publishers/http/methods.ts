/** `Allow` of an address that is only read. */
export const READ_METHODS = 'GET, HEAD, OPTIONS';

export const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';
