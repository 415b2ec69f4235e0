import { markup } from '../html/markup.ts';
import type { Letter } from './draw.ts';

/** A mail with what its reader sees of it in the list of mails, above its first word. */
export const withLetterHead = ({ subject, preheader, html }: Letter): string =>
  html.replace(
    /<body\b[^>]*>/,
    (tag) =>
      tag +
      markup`<div data-preview="letter" role="group" aria-label="In the list of mails"><p>Subject: <strong>${subject}</strong></p>${
        preheader !== '' && markup`<p>${preheader}</p>`
      }</div>`.text,
  );

export const LETTER_STYLES =
  '<style data-preview="style">[data-preview=letter]{padding:.8rem 24px;max-width:592px;margin:0 auto;font:15px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:#1b2a2e}[data-preview=letter] p{margin:0}@media (prefers-color-scheme:dark){[data-preview=letter]{color:#e7ecea}}</style>';
