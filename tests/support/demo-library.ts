/** The libraries of this repository as released rows, each figure with as many files as the system makes of it. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import sharp from 'sharp';
import type { FigureContent } from '../../model/entries/shared.ts';
import type { Approval, ReleasedRow } from '../../model/release-row.ts';
import { librariesIn, readLibrary } from '../../scripts/seed/read-library.ts';
import { contentOf } from './from-files.ts';
import { approval, released } from './releases.ts';

const SECOND: Approval = {
  ...approval,
  clinician: {
    ...approval.clinician,
    uid: '01890000-0000-7000-8000-00000000c12c',
    name: 'Second demo clinician',
    slug: 'second-demo-clinician',
    registrationNumber: 'DEMO-0002',
  },
};

/** Every entry of every library, approved by two clinicians. */
export async function demoLibrary(): Promise<ReleasedRow[]> {
  const { library } = await readLibrary(...(await librariesIn(path.resolve('content'))));
  const files = new Map<string, FigureContent['renditions']>();
  for (const { folder, file } of library.figures) {
    const { width, height } = await sharp(path.join(folder, 'figures', file)).metadata();
    files.set(file, renditionsOf(file, width, height));
  }
  return library.entries.map((entry, i) => {
    const row = released(
      contentOf(entry, library, (file) => files.get(file)),
      { seq: i + 1 },
    );
    return { ...row, approvals: [...row.approvals, { ...SECOND, revision: row.revision }] };
  });
}

const renditionsOf = (file: string, original: number, height: number): FigureContent['renditions'] =>
  [...new Set([320, 640, 960, 1280].map((width) => Math.min(width, original)))].map((width) => ({
    width,
    height: Math.round((height * width) / original),
    sha256: createHash('sha256').update(`${file} ${width}`).digest('hex'),
  }));
