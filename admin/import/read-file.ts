import { LIMITS, whyNotUnpacked } from './archive-limits.ts';
import { htmlToSections, type ReadDocument } from './html-to-sections.ts';

const MOST_HTML = 5 * 1024 * 1024;

/**
 * Reads a DOCX or HTML file in this browser; nothing is sent, run or fetched. Throws nothing: a refusal is a sentence for
 * whoever chose the file.
 */
export async function readFile(file: File, kinds: readonly string[]): Promise<ReadDocument | { refusal: string }> {
  if (file.size > LIMITS.file)
    return { refusal: 'The file is larger than 20 MB. Take its pictures out, and try again.' };
  const isHtml = /\.html?$/i.test(file.name);
  if (!isHtml && !/\.docx$/i.test(file.name))
    return { refusal: 'Choose a Word document (.docx) or a web page (.html).' };
  const html = isHtml ? await htmlOf(file) : await docxAsHtml(file);
  if (typeof html !== 'string') return html;
  const read = htmlToSections(html, kinds, (text) => new DOMParser().parseFromString(text, 'text/html'));
  return read.sections.length === 0 && read.title === '' ? { refusal: 'There is no text in this file.' } : read;
}

const htmlOf = async (file: File) =>
  file.size > MOST_HTML ? { refusal: 'The page is larger than 5 MB.' } : file.text();

async function docxAsHtml(file: File): Promise<string | { refusal: string }> {
  const buffer = await file.arrayBuffer();
  const reason = await whyNotUnpacked(new Uint8Array(buffer));
  if (reason !== null) return { refusal: reason };
  try {
    // Much larger than the rest of the desk: brought when somebody imports.
    const { default: mammoth } = await import('mammoth');
    // Pictures are named as dropped, not carried along: a figure needs words for those who cannot see it.
    const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    return (await mammoth.convertToHtml({ arrayBuffer: buffer }, { convertImage, styleMap: STYLES })).value;
  } catch {
    return { refusal: 'This Word document could not be read. Save it anew in Word, or copy its text and paste it.' };
  }
}

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Heading 1'] => h2:fresh",
  "p[style-name='Heading 2'] => h3:fresh",
  "p[style-name='Heading 3'] => h4:fresh",
];
