import { defineConfig } from 'vitest/config';

const shared = {
  setupFiles: ['tests/support/setup.ts'],
  pool: 'forks' as const,
  testTimeout: 30_000,
  hookTimeout: 120_000,
  // One second, which is the default, is short beside two other test files on a busy machine.
  expect: { poll: { timeout: 10_000 } },
  // One copy of lexical, of Payload and of mongoose per process, resolved by Node itself.
  server: { deps: { external: [/node_modules/] } },
};

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    // One more than the two cores that this is meant for: many tests wait, for a process or a clock.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...shared,
          name: 'rules and databases',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/server/**', 'tests/browser/**'],
          isolate: false,
          globalSetup: ['tests/support/global-setup.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'server and browser',
          include: ['tests/server/**/*.test.ts', 'tests/browser/**/*.test.ts'],
          // The production build first, when it is not up to date; every test of this half runs on it.
          globalSetup: ['tests/support/global-setup.ts', 'tests/support/build.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
