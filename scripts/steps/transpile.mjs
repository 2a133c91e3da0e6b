import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { root } from './run.mjs'

/** As tsconfig.base.json has it: types are taken away, and imports name the compiled file; nothing else changes. */
const settings = { sourcemap: true, typescript: { onlyRemoveTypeImports: true, rewriteImportExtensions: 'rewrite' } }

/**
 * Turns each source of a workspace into a file of its dist/, one by one and without looking at types: `npm run check`
 * does that. Only what differs from the last time is made again.
 */
export async function transpile(project) {
  const [src, dist] = ['src', 'dist'].map((name) => join(root, project, name))
  const record = join(dist, '.made')
  const before = readRecord(record)
  const sources = readdirSync(src, { recursive: true })
    .filter((name) => /(?<!\.d)\.ts$/.test(name))
    .map((name) => ({ name, from: join(src, name), target: join(dist, name.replace(/\.ts$/, '.js')) }))
    .map((source) => ({ ...source, hash: hashOf(compilerKey(), readFileSync(source.from)) }))
  const isMade = ({ name, hash, target }) =>
    before[name]?.source === hash && existsSync(target) && before[name].output === hashOf(readFileSync(target))
  const missing = sources.filter((source) => !isMade(source))
  const made = Object.fromEntries(sources.map(({ name }) => [name, before[name]]))
  const compiler = missing.length > 0 ? await import('rolldown/utils') : undefined
  for (const source of missing) made[source.name] = { source: source.hash, output: makeFile(source, compiler) }
  removeOthers(dist, new Set(sources.map(({ target }) => relative(dist, target))))
  writeFileSync(record, JSON.stringify(made))
}

/** Writes the compiled file with its source map; gives the hash of what was written. */
function makeFile({ from, target }, { transformSync }) {
  const text = readFileSync(from, 'utf8')
  const { code, map, errors } = transformSync(from, text, settings)
  const [fault] = errors
  if (fault !== undefined) throw new Error(`${relative(root, from)}: ${fault.codeframe ?? fault.message}`)
  const output = `${code}//# sourceMappingURL=${basename(target)}.map\n`
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, output)
  const sources = [relative(dirname(target), from)]
  writeFileSync(`${target}.map`, JSON.stringify({ ...map, file: basename(target), sources }))
  return hashOf(output)
}

function readRecord(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}

/** What a source that is gone has left behind would still be found. */
function removeOthers(dist, kept) {
  for (const name of readdirSync(dist, { recursive: true })) {
    const made = name.replace(/(\.js\.map|\.d\.ts)$/, '.js')
    if (made.endsWith('.js') && !kept.has(made)) rmSync(join(dist, name), { force: true })
  }
}

function hashOf(...contents) {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content)
  return hash.digest('base64url')
}

/** What was made by another compiler, or in another way, is made again. */
function compilerKey() {
  key ??= `${JSON.parse(readFileSync(join(root, 'node_modules/rolldown/package.json'), 'utf8')).version} ${JSON.stringify(settings)}`
  return key
}

let key
