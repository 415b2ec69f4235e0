import { markup, Markup } from '../html/markup.ts';

/** A document of our own around what is no HTML: a feed item, the text of a mail, a reason in words. */
const documentOf = (title: string, body: Markup): string =>
  markup`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><meta name="color-scheme" content="light dark">${STYLES}</head><body><main>${body}</main></body></html>`
    .text;

export const textDocument = (title: string, text: string): string =>
  documentOf(title, markup`<h1>${title}</h1><pre>${text}</pre>`);

export const noteDocument = (title: string, note: string): string =>
  documentOf(title, markup`<h1>${title}</h1><p>${note}</p>`);

const STYLES = new Markup(
  '<style>:root{color-scheme:light dark}body{margin:0;background:#faf8f4;color:#1b2a2e;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}main{padding:1rem 1.15rem;max-width:60rem}h1{font-size:1.15rem;margin:0 0 .75rem}pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.55 ui-monospace,Menlo,Consolas,monospace}@media (prefers-color-scheme:dark){body{background:#121a1c;color:#e7ecea}}</style>',
);
