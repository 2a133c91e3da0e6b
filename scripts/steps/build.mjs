import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { root, run } from './run.mjs'
import { transpile } from './transpile.mjs'

const core = ['packages/core/src', 'packages/core/tsconfig.json', 'packages/core/package.json', 'tsconfig.base.json']
const server = ['src', 'migrations', 'tsconfig.json', 'package.json'].map((name) => `packages/server/${name}`)
const web = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json'].map((name) => `packages/web/${name}`)

const products = {
  core: { project: 'packages/core', sources: core },
  server: { project: 'packages/server', sources: [...core, ...server] },
  web: { project: 'packages/web', sources: [...core, ...web, 'package-lock.json'] },
}

const talk = (sentence) => process.stdout.write(`${sentence}\n`)
const tool = (path) => join(root, 'node_modules', path)

/** Compiles core and server, and prepares the empty database, when their sources have changed since the last build. */
export async function buildServer({ say = talk } = {}) {
  await compile([products.core, products.server], say)
}

/** Compiles core alone: all that the page is made from besides its own sources. */
export async function buildCore() {
  await compile([products.core], talk)
}

let announced = false

/** Compiles the last of the products, and those before it on which it stands. */
async function compile(wanted, say) {
  if (wanted.every(isBuilt)) return
  await oneAtATime('build-server', async () => {
    if (wanted.every(isBuilt)) return
    if (!announced) say('正在编译程序……')
    announced = true
    const before = wanted.map(stampOf)
    for (const { project } of wanted) await transpile(project)
    // A process of its own: making the database takes memory that would stay with this one.
    const prepare = join(root, 'packages/server/bin/prepare-database.mjs')
    if (wanted.includes(products.server)) await run('node', [prepare], { quiet: true })
    for (const [index, product] of wanted.entries()) writeStamp(product, before[index])
  })
}

/** Builds the page when a source of it has changed since the last build. */
export async function buildWeb() {
  if (isBuilt(products.web)) return
  await buildCore()
  await oneAtATime('build-web', async () => {
    if (isBuilt(products.web)) return
    talk('正在生成网页……')
    const before = stampOf(products.web)
    const env = { NODE_ENV: 'production' }
    await run('node', [tool('vite/bin/vite.js'), 'build', 'packages/web', '--logLevel', 'warn'], { quiet: true, env })
    writeStamp(products.web, before)
  })
}

/** The hash of everything that the compiled program is made from. */
export function programFingerprint() {
  return stampOf(products.server)
}

const stampFile = (product) => join(root, product.project, 'dist/.built-from')
const stampOf = (product) => fingerprint(product.sources)

function isBuilt(product) {
  return existsSync(stampFile(product)) && readFileSync(stampFile(product), 'utf8') === stampOf(product)
}

/** `sources`: as they were before the build, so that what was edited meanwhile is built again. */
function writeStamp(product, sources) {
  writeFileSync(stampFile(product), sources)
}
