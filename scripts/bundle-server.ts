import { build } from 'esbuild';

/** Where `scripts/start.mjs` finds the server; inside Next's build, so that both come and go together. */
const FOLDER = '.next/imprimatur';

/**
 * Makes plain JavaScript of the server around Next, the last step of a build. `thread` stands beside `server`, as
 * `runtime/readers/thread.mjs` stands beside who starts it. Packages are loaded from node_modules. Throws what
 * does not compile.
 */
export async function bundleServer(root: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: { server: 'runtime/server.ts', thread: 'runtime/readers/serve.ts' },
    outdir: FOLDER,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
}
