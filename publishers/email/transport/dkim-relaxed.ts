/** RFC 6376 §3.4.2, of a header field with its name */
export function relaxedHeader(line: string): string {
  const colon = line.indexOf(':');
  // Bytes are characters here: what `\s` and `trim` take for a space may be half of another letter.
  const value = line
    .slice(colon + 1)
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/g, '');
  return `${line.slice(0, colon).trim().toLowerCase()}:${value}`;
}

/** RFC 6376 §3.4.4 */
export function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  const text = lines.join('\r\n').replace(/(\r\n)+$/, '');
  return text === '' ? '' : `${text}\r\n`;
}

/** The fields of a header block, each with the lines that it is folded into. */
export const headerFields = (head: string): string[] => head.split(/\r\n(?![ \t])/).filter((field) => field !== '');
