import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/steps/longest-first.mjs'

const resolve = { conditions: ['source'] }
const ssr = { resolve: { conditions: ['source'], externalConditions: ['source'] } }

// One queue for all projects, with as many workers as two cores can use; engines may start slowly there.
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'core',
          root: 'packages/core',
          include: ['test/**/*.test.ts'],
          // Pure functions share nothing that a test could spoil: modules are loaded once.
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'server',
          root: 'packages/server',
          globalSetup: ['../../scripts/steps/compile-for-tests.mjs', 'test/harness/global-setup.ts'],
          include: ['test/**/*.test.ts'],
          pool: 'forks',
          // The program keeps no state of its own; loading it, and warming it up, takes longer than most files.
          isolate: false,
          setupFiles: ['test/harness/after-each-file.ts'],
          maxWorkers: 2,
          // On a machine that others use too, a step of seconds may take minutes: slow is not wrong.
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'web',
          root: 'packages/web',
          globalSetup: ['../../scripts/steps/compile-for-tests.mjs', 'test/global-setup.ts'],
          include: ['test/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
