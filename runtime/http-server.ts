import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Memory } from '../publishers/http/memory.ts';
import { READ_METHODS } from '../publishers/http/methods.ts';
import { ANSWERED, THROUGH_SERVER } from './answered.ts';
import { answerFromMemory } from './from-memory.ts';
import { staffHeaders } from './staff-headers.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface HttpServerOptions {
  /** Next */
  handle: Handler;
  /** what may be answered without asking Next; null while there is nothing yet */
  memory: () => Memory | null;
  onError: (error: unknown) => void;
  /** whether readers reach it by https */
  https?: boolean;
}

/** An HTTP server around Next's request handler: answers from memory first. */
export function createHttpServer({ handle, memory, onError, https = false }: HttpServerOptions): Server {
  const askNext = (request: IncomingMessage, response: ServerResponse) => {
    // Next fails on it, and an answer would say back what a browser keeps from scripts.
    if (request.method === 'TRACE') return void response.writeHead(405, { allow: READ_METHODS }).end();
    request.headers[THROUGH_SERVER] = '1';
    request.url = readable(request.url ?? '/');
    restoreHeaders(response);
    const worn = staffHeaders(request.url, { https, nonce });
    for (const [name, value] of Object.entries(worn)) response.setHeader(name, value);
    // Next puts the nonce of this request's policy on its own scripts; no client says which.
    const { 'Content-Security-Policy': policy } = worn;
    delete request.headers['content-security-policy-report-only'];
    if (policy === undefined) delete request.headers['content-security-policy'];
    else request.headers['content-security-policy'] = policy;
    handle(request, response).catch((error: unknown) => {
      onError(error);
      if (!response.headersSent) response.writeHead(500, { 'Cache-Control': 'no-store' });
      response.end();
    });
  };
  return createServer((request, response) => {
    const kept = memory();
    if (kept) answerFromMemory(kept, request, response, askNext);
    else askNext(request, response);
  });
}

const nonce = (): string => randomBytes(16).toString('base64');

/** Next answers what is no path (`*`), or no valid percent-encoding, with 500; nothing is at such an address. */
function readable(url: string): string {
  if (!url.startsWith('/')) return NOWHERE;
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return url;
  } catch {
    return NOWHERE;
  }
}

const NOWHERE = '/not-an-address';

function restoreHeaders(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    const answered = response.getHeader(ANSWERED);
    if (typeof answered === 'string') {
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      const headers = JSON.parse(answered) as string[];
      for (let i = 0; i < headers.length; i += 2) response.setHeader(headers[i] ?? '', headers[i + 1] ?? '');
    }
    return writeHead(...args);
  };
}
