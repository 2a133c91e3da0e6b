import { defineConfig } from 'vitest/config'

const resolve = { conditions: ['source'] }
const ssr = { resolve: { conditions: ['source'], externalConditions: ['source'] } }

export default defineConfig({
  test: {
    projects: [
      { resolve, ssr, test: { name: 'core', root: 'packages/core', include: ['test/**/*.test.ts'] } },
      {
        resolve,
        ssr,
        test: {
          name: 'server',
          root: 'packages/server',
          globalSetup: ['../../scripts/steps/compile-for-tests.mjs'],
          include: ['test/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'web',
          root: 'packages/web',
          globalSetup: ['test/global-setup.ts'],
          include: ['test/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
