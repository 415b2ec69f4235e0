import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NOT_OURS = ['node_modules', '.git', '.next', '.data', 'coverage', 'dist', 'test-results'];

/** Library entries link to the web and to nothing else; their format is checked with the content. */
const documents = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => !NOT_OURS.includes(entry.name) && entry.name !== 'content')
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(path.join(ROOT, entry.name), { recursive: true, encoding: 'utf8' }).map(
          (file) => `${entry.name}/${file}`,
        )
      : [entry.name],
  )
  .filter((file) => file.endsWith('.md'));

const sources = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => !NOT_OURS.includes(entry.name) && entry.name !== 'migrations' && entry.name !== 'content')
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(path.join(ROOT, entry.name), { recursive: true, encoding: 'utf8' }).map(
          (file) => `${entry.name}/${file}`,
        )
      : [entry.name],
  )
  .filter((file) => /\.(ts|tsx|mjs|cjs|conf|ya?ml)$|^Dockerfile$/.test(file) && file !== 'tests/docs/links.test.ts');

describe('the documents', () => {
  it.each(documents)('%s links to files and headings that exist', (document) => {
    const broken = linksOf(read(document)).filter((link) => !isThere(document, link));
    expect(broken).toEqual([]);
  });

  it('name only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const unknown = documents.flatMap((document) =>
      [...read(document).matchAll(/\bnpm run ((?:-s |--silent )?[a-z][a-z:]*(?:-[a-z]+)*)/g)]
        .map(([, name]) => name!.replace(/^-+s\S* /, ''))
        .filter((name) => !(name in scripts))
        .map((name) => `${document}: npm run ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('are there when the code cites them', () => {
    const broken = sources.flatMap((file) =>
      [...read(file).matchAll(/\b(?:docs\/[\w./-]+\.md|[A-Z]{4,}\.md)|\bADR (\d{4})/g)]
        .filter(([cited, record]) =>
          record === undefined
            ? !existsSync(path.join(ROOT, cited))
            : !documents.some((document) => document.startsWith(`docs/adr/${record}-`)),
        )
        .map(([cited]) => `${file}: ${cited}`),
    );
    expect(broken).toEqual([]);
  });

  it('are the only ones that anything cites', () => {
    const elsewhere = [...sources, ...documents].filter((file) =>
      /\b(DESIGN|TRAPS|STYLE|BRIEF)\b(,| §|\.md)/.test(read(file)),
    );
    expect(elsewhere).toEqual([]);
  });

  it('list every decision record in the index', () => {
    const records = documents.filter((file) => /^docs\/adr\/\d{4}-/.test(file)).map((file) => path.basename(file));
    const listed = linksOf(read('docs/adr/README.md')).filter((link) => /^\d{4}-/.test(link));
    expect(listed).toEqual(records.sort());
  });

  it('keep each decision record to a page', () => {
    const records = documents.filter((file) => /^docs\/adr\/\d/.test(file));
    const long = records.filter((file) => read(file).split('\n').length > 61);
    expect(long).toEqual([]);
  });
});

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** Relative targets of inline links and images, code left out. */
function linksOf(markdown: string): string[] {
  const text = markdown.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/i.test(target));
}

function isThere(document: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? document : path.posix.join(path.posix.dirname(document), file);
  if (!existsSync(path.join(ROOT, target))) return false;
  return anchor === undefined || anchorsOf(read(target)).includes(anchor);
}

/** Heading ids as code hosts make them: lower case, punctuation dropped, blanks to hyphens. */
const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
