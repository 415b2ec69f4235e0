import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createLocalReq, type Payload } from 'payload';
import { ifThere } from '../../model/if-there.ts';
import { Refusal } from '../backup/manifest.ts';
import { MANIFEST, parseManifest } from '../exchange/manifest.ts';
import type { User } from '../seed/accounts.ts';
import type { ContentProblem } from '../seed/read-folder.ts';
import { readLibrary } from '../seed/read-library.ts';
import { applyImport, isToWrite } from './apply-import.ts';
import { readInstallation } from './installation.ts';
import { planImport, type ImportPlan } from './plan-import.ts';
import { sharedFiles } from './shared-files.ts';

interface ImportOptions {
  payload: Payload;
  folder: string;
  user: User;
  apply: boolean;
  overwrite: boolean;
  progress?: (what: string) => void;
}

interface Imported {
  plan: ImportPlan;
  /** what is wrong with the files, or what could not be written */
  problems: ContentProblem[];
  /** 0: the installation has what the files say. 1: problems. 2: something is left to do, or in conflict */
  code: 0 | 1 | 2;
}

/** Compares a folder with the installation and, with `apply`, takes it in as drafts. With problems in the files nothing is written. */
export async function importLibrary({
  payload,
  folder,
  user,
  apply,
  overwrite,
  progress,
}: ImportOptions): Promise<Imported> {
  if (!(await isFolder(folder))) throw new Refusal(`There is no folder ${folder}.`);
  const { library, problems } = await readLibrary(folder);
  const files = await sharedFiles(library);
  const here = await readInstallation(await createLocalReq({ user }, payload));
  const plan = planImport(here, {
    entries: library.entries,
    shared: files.shared,
    problems: [...problems, ...files.problems],
    manifest: await manifestOf(folder),
    overwrite,
  });
  if (plan.problems.length > 0) return { plan, problems: plan.problems, code: 1 };
  const steps = [...plan.shared, ...plan.entries].map(({ step }) => step);
  const isLeft = steps.some((step) => step.kind === 'conflict' || (!apply && isToWrite(step)));
  if (!apply) return { plan, problems: [], code: isLeft ? 2 : 0 };
  const failed = await applyImport(plan, { payload, user, here, progress: progress ?? (() => undefined) });
  return { plan, problems: failed, code: failed.length > 0 ? 1 : isLeft ? 2 : 0 };
}

const isFolder = (folder: string): Promise<boolean> =>
  stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function manifestOf(folder: string) {
  const text = await ifThere(readFile(path.join(folder, MANIFEST), 'utf8'));
  return text === null ? null : parseManifest(text);
}
