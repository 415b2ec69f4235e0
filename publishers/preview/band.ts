import { errorsOf, type Issue } from '../../model/issue.ts';
import { markup, type Markup } from '../html/markup.ts';

export interface BandWords {
  /** SHA-256 of what is shown */
  revision: string;
  /** the version that readers have, where that is what is shown */
  liveVersion: string | null;
  /** changes are marked, against this version; against none where readers have nothing of it; null: no marks */
  marks: { against: string | null } | null;
  /** what the draft lacks */
  issues: readonly Issue[];
}

/** The band over a preview: that it is one, of what, and what is missing. */
export function bandOf({ revision, liveVersion, marks, issues }: BandWords): string {
  const missing = errorsOf(issues);
  const what =
    liveVersion === null ? 'Preview: not released.' : `Preview of what readers have: version ${liveVersion}.`;
  return markup`<aside data-preview="band" aria-label="Preview"><p><strong>${what}</strong> Revision <code>${revision.slice(
    0,
    12,
  )}</code>.${marks && legendOf(marks)}</p>${missing.length > 0 && missingWords(missing)}</aside>`.text;
}

const legendOf = ({ against }: { against: string | null }): Markup =>
  against === null
    ? markup` Readers have nothing of this yet: all of it is new.`
    : markup` Against version ${against}, which readers have: <span data-preview="added">added</span>, <span data-preview="removed">removed</span>.`;

/** Long lists end in a number: the review has all of them. */
const MOST = 12;

const missingWords = (missing: readonly Issue[]): Markup =>
  markup`<details><summary>${
    missing.length === 1 ? 'One thing is missing' : `${missing.length} things are missing`
  } before this can be released</summary><ul>${missing
    .slice(0, MOST)
    .map(({ message }) => markup`<li>${message}</li>`)}${
    missing.length > MOST && markup`<li>${missing.length - MOST} more, in the review</li>`
  }</ul></details>`;

/** The same for a preview that is text alone: one line. */
export const lineOf = ({ revision, liveVersion }: Pick<BandWords, 'revision' | 'liveVersion'>): string =>
  `[${liveVersion === null ? 'PREVIEW, NOT RELEASED' : 'PREVIEW OF WHAT READERS HAVE'}. Revision ${revision.slice(0, 12)}]`;

const TILE = (words: string) =>
  `url("data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' width='340' height='220'><text x='20' y='180' transform='rotate(-28 20 180)' font-family='sans-serif' font-size='34' font-weight='700' fill='#8a4fc7' fill-opacity='.13'>${words}</text></svg>`,
  )}")`;

/**
 * The band and the mark behind the words, in a colour that no channel has; in print and in forced colours too. The
 * words stand over the mark and stay readable.
 */
export const bandStyles = ({ liveVersion }: Pick<BandWords, 'liveVersion'>): string =>
  `<style data-preview="style">${`
body::after{content:"";position:fixed;inset:0;z-index:2147483646;pointer-events:none;background:${TILE(liveVersion === null ? 'PREVIEW' : 'LIVE TEXT')}}
[data-preview=band]{position:sticky;top:0;z-index:2147483647;box-sizing:border-box;width:100%;padding:.55rem 1rem;background:#4a1a7a;color:#fff;border-bottom:3px dashed #e3c8ff;font:15px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;text-align:left}
[data-preview=band] :is(p,ul,li,summary){max-width:none;margin:0;color:#fff!important;font:inherit}
[data-preview=band] strong{font-weight:700}
[data-preview=band] code{font:13px/1 ui-monospace,Menlo,Consolas,monospace;color:inherit}
[data-preview=added]{padding:0 .3em;border-radius:3px;background:#dcf1e1;color:#17512b!important;text-decoration:underline}
[data-preview=removed]{padding:0 .3em;border-radius:3px;background:#fbe6e3;color:#9b141b!important;text-decoration:line-through}
[data-preview=band] summary{cursor:pointer;text-decoration:underline;padding:.2rem 0}
[data-preview=band] summary:focus-visible{outline:3px solid #ffd24a;outline-offset:2px}
[data-preview=band] ul{padding-left:1.2rem;max-height:40vh;overflow:auto}
@media print{[data-preview=band]{position:static}}`.replaceAll('\n', '')}</style>`;
