import { request } from 'node:http';

export interface WireAnswer {
  status: number;
  /** names and values in their order, without those that Node adds by itself */
  headers: string[];
  body: Buffer;
}

/** An answer as it is on the wire. */
export function wireAnswer(url: string, headers: Record<string, string>): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const own = response.rawHeaders.flatMap((name, i, all) =>
          i % 2 === 0 && !/^(date|connection|keep-alive)$/i.test(name) ? [name, all[i + 1] ?? ''] : [],
        );
        resolve({ status: response.statusCode ?? 0, headers: own, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

export const valueOf = ({ headers }: WireAnswer, name: string): string => headers[headers.indexOf(name) + 1] ?? '';
