import { defineConfig } from 'vitest/config';

/** `npm run test:looks`: the pictures alone, without a build. `ACCEPT_LOOKS=1` keeps how pages look now. */
export default defineConfig({
  test: {
    include: ['tests/browser/looks.test.ts'],
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    server: { deps: { external: [/node_modules/] } },
  },
});
