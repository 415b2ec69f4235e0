import { markup } from './markup.ts';

interface StaffMail {
  hello: string;
  /** before the button */
  why: readonly string[];
  /** each with the address that it leads to, between the two */
  list?: readonly { words: string; link: string }[];
  button: string;
  /** where it leads */
  link: string;
  /** after it */
  rest: readonly string[];
}

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const TEXT = 'margin:0 0 16px;font-size:16px;line-height:24px';
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#0b5a58;color:#ffffff;font-weight:600;text-decoration:none';
const SMALL = 'margin:0 0 16px;font-size:14px;line-height:20px;overflow-wrap:anywhere;word-break:break-word';

/** A mail to a member of the staff that leads somewhere: narrow enough for a phone, and the same words as plain text. */
export function staffMail({ hello, why, list = [], button, link, rest }: StaffMail): { html: string; text: string } {
  const paragraph = (words: string) => markup`<p style="${TEXT}">${words}</p>\n`;
  const item = (one: { words: string; link: string }) =>
    markup`<li style="margin:0 0 8px"><a href="${one.link}" style="color:inherit">${one.words}</a></li>\n`;
  const items = list.length > 0 ? markup`<ul style="${TEXT};padding-left:20px">\n${list.map(item)}</ul>\n` : '';
  const { text: html } = markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Imprimatur</title></head>
<body style="margin:0;padding:24px 20px;${FONT}">
<div style="max-width:560px;margin:0 auto">
${[hello, ...why].map(paragraph)}${items}<p style="${TEXT}"><a href="${link}" style="${BUTTON}">${button}</a></p>
<p style="${SMALL}">If the button does nothing, copy this address into your browser:<br><a href="${link}">${link}</a></p>
${rest.map(paragraph)}</div>
</body></html>`;
  const lines = list.map((one) => `- ${one.words}\n  ${one.link}`).join('\n');
  return { html, text: [hello, ...why, ...(lines ? [lines] : []), `${button}:\n${link}`, ...rest].join('\n\n') };
}
