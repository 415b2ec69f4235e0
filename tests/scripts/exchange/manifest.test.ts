import { expect, it } from 'vitest';
import { parseManifest, writeManifest, type Manifest } from '../../../scripts/exchange/manifest.ts';

const HASH = 'a'.repeat(64);
const manifest = (...files: string[]): Manifest => ({
  format: 1,
  of: 'live',
  bases: { 'sources/nice-ng226': HASH },
  files: Object.fromEntries(files.map((file) => [file, HASH])),
});

it('the head of an export is read as it was written', () => {
  const written = manifest('causes/hip-fracture.md', 'figures/hip-joint.v2.png', 'sources.yaml');
  expect(parseManifest(writeManifest(written))).toEqual(written);
});

it.each(['../outside.md', '/etc/passwd', 'causes/../../outside.md', 'causes//x.md', '.ssh/id', 'c:\\x.md', ''])(
  'a head that names a file outside of the folder is none: %j',
  (file) => {
    expect(parseManifest(JSON.stringify(manifest(file)))).toBeNull();
  },
);
