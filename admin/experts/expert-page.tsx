import { createHash } from 'node:crypto';
import type { ReactNode } from 'react';

/**
 * The pages that somebody outside sees: no script, no cookie, nothing from elsewhere, in no cache and in no search
 * engine. Whatever anybody typed is text.
 */
interface ExpertAnswer {
  status: number;
  title: string;
  children: ReactNode;
  headers?: Record<string, string>;
}

export async function expertPage({ status, title, children, headers = {} }: ExpertAnswer): Promise<Response> {
  // A static import of react-dom/server does not compile in a Next route handler.
  const { renderToStaticMarkup } = await import('react-dom/server');
  const html = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>,
  );
  return new Response(`<!doctype html>${html}`, { status, headers: { ...HEADERS, ...headers } });
}

const STYLES = `:root{color-scheme:light dark;--ink:#1b2a2e;--soft:#4a5a5f;--bg:#faf8f4;--card:#fff;--line:#7b8784;--bad:#a3181f;--go:#0b5a58}
@media (prefers-color-scheme:dark){:root{--ink:#e7ecea;--soft:#aebbbb;--bg:#121a1c;--card:#1a2427;--line:#7f9092;--bad:#ffa79d;--go:#0f4a49}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem}h1,h2,h3{line-height:1.25;margin:1.6em 0 .4em}h1{margin-top:0}h3{font-size:1.05rem;margin:0 0 .3em}p{margin:0 0 1em}
.offers a{color:inherit;display:inline-block;min-height:24px}.frame{display:none;width:100%;height:75vh;border:1px solid var(--line);border-radius:8px;background:#fff}@media (min-width:48em) and (min-height:36em){main{max-width:60rem}.frame{display:block}}
.lead{font-size:1.1rem}.soft{color:var(--soft);font-size:.95rem;margin-top:.6rem}.text{white-space:pre-wrap;margin:0 0 .6em}
.note,.part{border:1px solid var(--line);border-radius:8px;background:var(--card);padding:.8rem 1rem;margin:0 0 1rem}.note p{margin:0}.bad{border-color:var(--bad);border-width:2px}
label,legend{display:block;font-weight:600;margin-top:1rem}.choice{font-weight:400;margin:.4rem 0;min-height:24px}
fieldset{border:0;margin:0;padding:0}legend{padding:0}input:not([type=radio]),textarea{width:100%;padding:.5rem .6rem;border:1px solid var(--line);border-radius:6px;background:var(--card);color:inherit;font:inherit}
input[type=radio]{width:1.15rem;height:1.15rem;vertical-align:-.15rem}summary{cursor:pointer;color:var(--soft);padding:.2rem 0}
button{margin-top:.5rem;padding:.6rem 1.2rem;border:0;border-radius:6px;background:var(--go);color:#fff;font:inherit;font-weight:600;cursor:pointer}
:focus-visible{outline:3px solid #0b3fbf;outline-offset:2px}@media (prefers-color-scheme:dark){:focus-visible{outline-color:#ffd24a}}dt{font-weight:600}dd{margin:0 0 .8em}`;

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLES).digest('base64')}'`,
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  // The address of this page is its key.
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow',
};
