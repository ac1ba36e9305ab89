import { defineConfig } from 'vitest/config'

/**
 * Three kinds of test, cheapest first. Only the kinds that were asked for start servers: unit tests need none,
 * integration tests a Postgres and a Redis of their own, end-to-end tests the whole of Linli and Chromium.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    reporters: ['default', './test/support/counts-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          // the first file of a run waits for its template database
          hookTimeout: 240_000,
          testTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts', 'test/support/global-setup-e2e.ts'],
          runner: './test/support/chromium-runner.ts',
          hookTimeout: 240_000,
          testTimeout: 90_000,
          // a page may still be on its way on a busy machine
          expect: { poll: { timeout: 10_000 } },
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
