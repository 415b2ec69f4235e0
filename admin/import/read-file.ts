import { LIMITS, partNames, whyNotUnpacked } from './archive-limits.ts';
import { htmlToSections, type ReadDocument } from './html-to-sections.ts';

/**
 * Reads a DOCX or HTML file in this browser; nothing is sent, run or fetched. Throws nothing: a refusal is a sentence for
 * whoever chose the file.
 */
export async function readFile(file: File, kinds: readonly string[]): Promise<ReadDocument | { refusal: string }> {
  try {
    return await read(file, kinds);
  } catch {
    return { refusal: 'This file could not be read. Save it anew, or copy its text and paste it.' };
  }
}

async function read(file: File, kinds: readonly string[]): Promise<ReadDocument | { refusal: string }> {
  if (file.size > LIMITS.file)
    return { refusal: 'The file is larger than 20 MB. Take its pictures out, and try again.' };
  const isHtml = /\.html?$/i.test(file.name);
  if (!isHtml && !/\.docx$/i.test(file.name))
    return { refusal: 'Choose a Word document (.docx) or a web page (.html).' };
  if (isHtml && file.size > LIMITS.html) return { refusal: 'The page is larger than 5 MB.' };
  const page = isHtml ? { html: await file.text(), dropped: [] } : await docxAsHtml(file);
  if ('refusal' in page) return page;
  if (page.html.length > LIMITS.html) return { refusal: 'The text of this document is longer than 5 MB.' };
  const found = htmlToSections(page.html, kinds, (text) => new DOMParser().parseFromString(text, 'text/html'));
  if (found.sections.length === 0 && found.title === '') return { refusal: 'There is no text in this file.' };
  return { ...found, dropped: [...new Set([...page.dropped, ...found.dropped])] };
}

async function docxAsHtml(file: File): Promise<{ html: string; dropped: string[] } | { refusal: string }> {
  const buffer = await file.arrayBuffer();
  const bytes = new Uint8Array(buffer);
  const reason = await whyNotUnpacked(bytes);
  if (reason !== null) return { refusal: reason };
  // Much larger than the rest of the desk: brought when somebody imports.
  const { default: mammoth } = await import('mammoth');
  // Pictures are named as dropped, not carried along: a figure needs words for those who cannot see it.
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const { value, messages } = await mammoth.convertToHtml({ arrayBuffer: buffer }, { convertImage, styleMap: STYLES });
  return { html: value, dropped: [...unreadParts(bytes), ...messages.map(({ message }) => inOurWords(message))] };
}

/** What Mammoth says of what it left out. */
function inOurWords(message: string): string {
  const [, name, id] = /^Unrecognised \w+ style: '(.*)' \(Style ID: (.*)\)$/.exec(message) ?? [];
  if (name === undefined) return `what Word means by “${message}”`;
  return `the looks of “${name === 'null' ? (id ?? '') : name}”`;
}

/** Parts of a Word document that are no part of its running text: Mammoth reads past them and says nothing. */
function unreadParts(bytes: Uint8Array<ArrayBuffer>): string[] {
  const names = partNames(bytes);
  const has = (part: RegExp) => names.some((name) => part.test(name));
  return [
    ...(has(/^word\/(?:header|footer)\d*\.xml$/i) ? ['headers and footers of pages'] : []),
    ...(has(/^word\/comments\.xml$/i) ? ['comments'] : []),
  ];
}

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Heading 1'] => h2:fresh",
  "p[style-name='Heading 2'] => h3:fresh",
  "p[style-name='Heading 3'] => h4:fresh",
];
