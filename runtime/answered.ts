/**
 * The headers that a channel answered, as a JSON list of names and values. Next drops Content-Encoding and
 * Content-Length from what a route handler answers (its send-response distrusts bodies that a fetch may have
 * decoded) and adds a Vary of its own; the server around it puts exactly the channel's headers on the wire (ADR 0015).
 */
export const ANSWERED = 'x-imprimatur-answered';
/** The other end of the connection that a request came by, as the readers' thread sees it; a client's own is dropped. */
export const PEER = 'x-imprimatur-peer';
/** Set on requests that came through this server; a client's own is replaced. */
export const THROUGH_SERVER = 'x-imprimatur-server';
