import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { newestChange, root, run } from './run.mjs'

const sources = /\.(ts|tsx|sql|css|html|json)$/

/** Compiles core and server when a source is newer than the result. */
export async function buildServer() {
  const built = existsSync(join(root, 'packages/server/dist'))
    ? newestChange(['packages/server/dist', 'packages/core/dist'], (name) => name.endsWith('.js'))
    : 0
  const changed = newestChange(['packages/core/src', 'packages/server/src', 'tsconfig.base.json'], (name) =>
    sources.test(name),
  )
  if (built <= changed) {
    process.stdout.write('正在编译程序……\n')
    await run('node', [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'packages/server'], { quiet: true })
  }
  // A process of its own: making the database takes memory that would stay with this one.
  await run('node', [join(root, 'packages/server/bin/prepare-database.mjs')], { quiet: true })
}

/** Builds the page when a source is newer than the result. */
export async function buildWeb() {
  const built = newestChange(['packages/web/dist/index.html'])
  const changed = newestChange(
    ['packages/web/src', 'packages/core/src', 'packages/web/index.html', 'packages/web/vite.config.ts'],
    (name) => sources.test(name) || name === '',
  )
  if (built > changed) return
  process.stdout.write('正在生成网页……\n')
  await run('node', [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'packages/web', '--logLevel', 'warn'], {
    quiet: true,
  })
}
