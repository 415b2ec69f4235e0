import autocannon from 'autocannon';
import { startReference } from './server.ts';

export interface Throughput {
  path: string;
  /** bytes on the wire with brotli, without headers */
  brotliBytes: number;
  identityBytes: number;
  requestsPerSecond: number;
  /** bare node:http answering the same bytes from memory, in the same run */
  referencePerSecond: number;
  /** requestsPerSecond / referencePerSecond */
  ratio: number;
  /** answered with 304 to a matching If-None-Match, per second */
  notModifiedPerSecond: number;
}

const SECONDS = 5;
const CONNECTIONS = 16;

/** Requests per second of one address, beside the reference, with brotli as browsers ask for it. */
export async function measureThroughput(url: string, path: string): Promise<Throughput> {
  const headers = { 'accept-encoding': 'br' };
  const answer = await fetch(url + path, { headers: { 'accept-encoding': 'identity' } });
  const identityBytes = (await answer.arrayBuffer()).byteLength;
  const brotli = await rawBody(url + path, headers);
  const etag = brotli.headers.get('etag') ?? '';
  const requestsPerSecond = await cannon(url + path, headers);
  const notModifiedPerSecond = await cannon(url + path, { ...headers, 'if-none-match': etag });
  const reference = await startReference(brotli.body, { 'content-type': 'text/html', 'content-encoding': 'br' });
  const referencePerSecond = await cannon(reference.url, headers);
  reference.stop();
  return {
    path,
    brotliBytes: brotli.body.length,
    identityBytes,
    requestsPerSecond,
    referencePerSecond,
    ratio: Math.round((requestsPerSecond / referencePerSecond) * 1000) / 1000,
    notModifiedPerSecond,
  };
}

/** The body as it is on the wire. */
async function rawBody(url: string, headers: Record<string, string>): Promise<{ body: Buffer; headers: Headers }> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ body: Buffer.concat(chunks), headers: new Headers({ etag: response.headers.etag ?? '' }) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

async function cannon(url: string, headers: Record<string, string>): Promise<number> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS });
  if (result.errors > 0 || result['5xx'] > 0)
    throw new Error(`${url}: ${result.errors} errors, ${result['5xx']} answers 5xx`);
  return Math.round(result.requests.average);
}
