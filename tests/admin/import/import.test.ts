/** A Word document and a web page become sections, in a browser, by the parser and the packages that the desk uses. */
import { deflateRawSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyNotUnpacked } from '../../../admin/import/archive-limits.ts';
import type { ReadDocument } from '../../../admin/import/html-to-sections.ts';
import { proseToLexical } from '../../../collections/shared/prose-to-lexical.ts';
import { lexicalToProse } from '../../../editorial/records/lexical-to-prose.ts';
import { proseToMarkedText } from '../../../model/prose-text.ts';
import { startBrowser } from '../../support/browser.ts';
import { FROM_WORD } from '../../support/clipboards.ts';

const KINDS = ['what-it-is', 'symptoms', 'outlook'];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage();
  const [bundle] = buildSync({
    entryPoints: ['admin/import/read-file.ts'],
    ...{ bundle: true, write: false, format: 'iife', globalName: 'importing', platform: 'browser' },
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
  }).outputFiles;
  await page.addScriptTag({ content: bundle?.text ?? '' });
});
afterAll(() => browser.close());

const read = (name: string, bytes: Buffer) =>
  page.evaluate<ReadDocument | { refusal: string }>(`(async () => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(bytes.toString('base64'))}), (c) => c.charCodeAt(0));
    return importing.readFile(new File([bytes], ${JSON.stringify(name)}), ${JSON.stringify(KINDS)});
  })()`);

async function sectionsOf(name: string, bytes: Buffer) {
  const found = await read(name, bytes);
  if ('refusal' in found) throw new Error(found.refusal);
  const { title, sections, dropped } = found;
  // As the desk stores it and a revision reads it back: nothing is lost on the way.
  const stored = sections.map(({ kind, prose }) => {
    const back = lexicalToProse(
      proseToLexical(prose, () => ''),
      () => '',
    );
    expect(back).toEqual({ prose, unsupported: [] });
    return [kind, proseToMarkedText(prose)];
  });
  return { title, dropped, sections: Object.fromEntries(stored) as Record<string, string> };
}

/** A file as ZIP programs write it, each part deflated. */
function zip(parts: Record<string, string | Buffer>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(Buffer.from(content)), 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(content.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 10, 8, 30);
    entry.writeUInt32LE(offset, 42);
    locals.push(head, Buffer.from(name), data);
    entries.push(entry, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function crc32(data: Buffer): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const para = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const docx = (body: string, more: Record<string, string> = {}) =>
  zip({
    ...more,
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/styles.xml': `<w:styles ${NS}>${['Title', 'Heading 1', 'Heading 2'].map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`).join('')}</w:styles>`,
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    'word/document.xml': `<w:document ${NS}><w:body>${body}</w:body></w:document>`,
  });

describe('a document that is imported', () => {
  it('from Word is cut at headings that are called as sections; other headings stay in the text', async () => {
    const body = [
      para('A worn joint', 'Title'),
      para('Before any heading.'),
      para('Symptoms', 'Heading1'),
      para('It aches.'),
      para('At night', 'Heading2'),
      para('It aches more.'),
      para('Outlook', 'Heading1'),
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Who</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Adults</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ].join('');
    expect(await sectionsOf('a.docx', docx(body))).toEqual({
      title: 'A worn joint',
      dropped: [],
      sections: {
        'what-it-is': 'Before any heading.',
        symptoms: 'It aches.\n### At night\nIt aches more.',
        outlook: expect.stringContaining('Adults') as string,
      },
    });
  });

  it('from a web page runs nothing, keeps safe links alone, and says what it dropped', async () => {
    const html = `<title>A page</title><h1>Stiff joint</h1><script>document.title = 'ran'</script>
      <p onclick="alert(1)">Move <b>it</b>. <a href="javascript:alert(1)">no</a> <a href="https://example.org/a">yes</a>
      <img src=x onerror="document.title='ran'"></p><h2>SYMPTOMS:</h2><ul><li>one<ol><li>two</li></ol></li></ul>`;
    const found = await sectionsOf('a.html', Buffer.from(html));
    expect(found).toEqual({
      title: 'Stiff joint',
      dropped: ['a picture', 'a link'],
      sections: {
        'what-it-is': expect.stringContaining('yes (https://example.org/a)') as string,
        symptoms: '• one\n  1. two',
      },
    });
    expect(await page.title()).not.toBe('ran');
  });

  it.each<[string, string, string, string[]]>([
    [
      'every list inside an item, in order',
      '<ol><li>Take:<ul><li>A</li></ul>Never with:<ul><li>B</li></ul></li><li>Rest</li></ol>',
      '1. Take:\n  • A\n2. Never with:\n  • B\n3. Rest',
      ['the form of some lists inside items'],
    ],
    ['words beside the only block', 'Before<div>inside</div>', 'Before\ninside', []],
    ['bare words in a list', '<ul>First<li>one</li>last</ul>', '• First\n• one\n• last', []],
    ['lists deep in an item', '<ul><li><div>Take:<ul><li>A</li></ul></div></li></ul>', '• Take:\n  • A', []],
    ['lines of an item', '<ul><li><p>5 mg</p>twice</li></ul>', '• 5 mg\ntwice', []],
    [
      'a table in a list',
      '<ul><li>a<table><tr><td>b</td><td>c</td></tr></table></li></ul>',
      '• a\nb\nc',
      ['the form of a table inside a list'],
    ],
    ['lines of a cell', '<table><tr><td>5 mg<p>twice</p>daily</td></tr></table>', '| 5 mg / twice / daily |', []],
    ['explained words', '<dl><dt>Dose</dt><dd>5 mg</dd></dl>', 'Dose\n5 mg', []],
    [
      'a quotation',
      '<p>a</p><blockquote>b</blockquote>c<pre>d</pre>e',
      'a\nb\nc\nd\ne',
      ['the form of quotations', 'the form of code'],
    ],
    [
      'a link around blocks',
      '<ul><li>a<a href="https://a.org"><div>b</div><div>c</div></a>d</li></ul>',
      '• a\nb\nc (https://a.org)\nd',
      [],
    ],
    ['a line in letters of another kind', '<b><div>a</div></b>b<aside>c</aside>d', 'a\nb\nc\nd', []],
    [
      'words on a button',
      '<p>Take <button>two more</button> now</p>',
      'Take now',
      ['a form field', '2 words: “two more”'],
    ],
  ])('from a web page keeps %s', async (_what, html, text, dropped) => {
    const found = await sectionsOf('a.html', Buffer.from(html));
    expect([found.sections['what-it-is'], found.dropped]).toEqual([text, dropped]);
  });

  it('says what of a Word document it left out: styles, parts outside the text, a title that is too long', async () => {
    const long = `${'word '.repeat(24)}end of it`;
    const file = docx(para('Title', 'Title') + para('Text', 'Strange'), {
      'word/header1.xml': '<a/>',
      'word/comments.xml': `<w:comments ${NS}/>`,
    });
    expect((await sectionsOf('a.docx', file)).dropped).toEqual([
      'headers and footers of pages',
      'comments',
      expect.stringContaining('style with ID Strange') as string,
      'the looks of “Strange”',
    ]);
    const page = await sectionsOf('a.html', Buffer.from(`<h1>${long}</h1><p>a</p>`));
    expect(page.dropped).toEqual(['3 words: “end of it”']);
  });

  it('that Word copied keeps what pasting keeps', async () => {
    const { sections, dropped } = await sectionsOf('a.htm', Buffer.from(FROM_WORD));
    expect(sections['what-it-is']).toContain('| Who: Adults | Dose: 2 tablets |');
    expect(dropped).toContain('the joining of cells');
  });

  it.each([
    ['a.exe', Buffer.from('x'), /Choose a Word document/],
    ['a.docx', Buffer.from('no archive'), /no DOCX file/],
    ['a.docx', zip({ 'x.xml': '<a/>' }), /could not be read/],
    ['a.html', Buffer.from('<script>1</script>'), /no text/],
    ['a.docx', docx(para('x'.repeat(5 * 1024 * 1024 + 1))), /longer than 5 MB/],
  ])('%s is refused in words', async (name, bytes, words) => {
    expect(await read(name, bytes)).toEqual({ refusal: expect.stringMatching(words) as string });
  });
});

it('a file that cannot be read is refused in words', async () => {
  const gone = `importing.readFile(Object.assign(new File(['a'], 'a.html'), { text: () => Promise.reject(new Error()) }), [])`;
  expect(await page.evaluate(gone)).toEqual({ refusal: expect.stringMatching(/could not be read/) as string });
});

describe('an archive that is no document', () => {
  const whyNot = (file: Buffer, limits?: Parameters<typeof whyNotUnpacked>[1]) =>
    whyNotUnpacked(new Uint8Array(file), limits);

  it('is refused when it unpacks to too much, whatever it says of its size', async () => {
    const bomb = zip({ 'word/document.xml': Buffer.alloc(3_000_000) });
    // The size that it claims, in its directory.
    bomb.writeUInt32LE(10, bomb.length - 22 - 'word/document.xml'.length - 46 + 24);
    expect(bomb.length).toBeLessThan(10_000);
    expect(await whyNot(bomb, { file: 20_000, unpacked: 1_000_000, parts: 10 })).toMatch(/far more than a text needs/);
    expect(await whyNot(bomb, { file: 20_000, unpacked: 4_000_000, parts: 10 })).toBeNull();
  });

  it('is refused when it holds more parts than it says, or its list of parts is another than the one at its end', async () => {
    const hidden = zip({ a: 'a', b: Buffer.alloc(100_000) });
    hidden.writeUInt16LE(1, hidden.length - 22 + 8);
    hidden.writeUInt16LE(1, hidden.length - 22 + 10);
    expect(await whyNot(hidden)).toMatch(/no DOCX/);
    const small = zip({ a: 'a' });
    expect(await whyNot(small)).toBeNull();
    expect(await whyNot(Buffer.concat([small.subarray(0, -22), Buffer.alloc(4), small.subarray(-22)]))).toMatch(
      /no DOCX/,
    );
    expect(await whyNot(Buffer.concat([Buffer.alloc(4), small]))).toMatch(/no DOCX/);
  });

  it('is refused when it is too large, has too many parts, or is cut off', async () => {
    const small = zip({ a: 'a', b: 'b' });
    expect(await whyNot(small, { file: 10, unpacked: 10, parts: 10 })).toMatch(/too large/);
    expect(await whyNot(small, { file: 1000, unpacked: 10, parts: 1 })).toMatch(/too many parts/);
    expect(await whyNot(small.subarray(0, small.length - 30))).toMatch(/no DOCX/);
    expect(await whyNot(Buffer.concat([small.subarray(20), Buffer.alloc(0)]))).toMatch(/no DOCX/);
  });
});
