import { defineConfig } from 'vitest/config';

/** The long run of tests/faults/, which is no part of `npm test`; a short form of it is. */
export default defineConfig({
  test: {
    include: ['tests/faults/*.faults.ts'],
    setupFiles: ['tests/support/setup.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    server: { deps: { external: [/node_modules/] } },
    hookTimeout: 120_000,
  },
});
