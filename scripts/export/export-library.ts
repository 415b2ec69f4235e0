import type { Payload } from 'payload';
import type { Manifest } from '../exchange/manifest.ts';
import type { ContentProblem } from '../seed/read-folder.ts';
import { hashesOf, libraryFiles } from './library-files.ts';
import { readDrafts, readLive } from './read-exported.ts';
import { writeFolder } from './to-folder.ts';

interface ExportOptions {
  payload: Payload;
  dataDir: string;
  folder: string;
  of: Manifest['of'];
}

/** Writes a library into a folder, or nothing at all when there are problems. Throws Refusal of a folder that is another's. */
export async function exportLibrary({ payload, dataDir, folder, of }: ExportOptions): Promise<{
  entries: number;
  shared: number;
  problems: ContentProblem[];
}> {
  const read = of === 'live' ? await readLive(payload, dataDir) : await readDrafts(payload);
  const { files, bases, problems: unsaid } = libraryFiles(read.exported);
  const problems = [...read.problems, ...unsaid];
  if (problems.length === 0) await writeFolder(folder, files, { format: 1, of, bases, files: hashesOf(files) });
  return { entries: read.exported.entries.length, shared: read.exported.shared.length, problems };
}
