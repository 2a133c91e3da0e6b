import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import { lineOf } from './source-files.mjs'

/** Directions: web → core ← server; slices meet only through index.ts; platform knows no slice; no cycles. */
export function checkImports(sources) {
  const code = sources.filter((source) => source.name.startsWith('packages/') && source.name.includes('/src/'))
  const edges = new Map(code.map((source) => [source.name, importsOf(source)]))
  const faults = []
  for (const [name, imports] of edges) for (const found of imports) faults.push(...faultsOfImport(name, found))
  return [...faults, ...cyclesIn(edges)]
}

function importsOf(source) {
  const found = []
  for (const statement of source.tree.statements) {
    const specifier =
      (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) && statement.moduleSpecifier
    if (!specifier || !ts.isStringLiteral(specifier)) continue
    const text = specifier.text
    const target = text.startsWith('.') ? normalize(join(dirname(source.name), text)) : text
    found.push({ text, target, line: lineOf(source, statement) })
  }
  return found
}

const place = (name) => {
  const match = /^packages\/(core|server|web)\/src\/(.+)$/.exec(name)
  if (!match) return undefined
  const [slice, second] = match[2].split('/')
  return { workspace: match[1], slice: match[2].includes('/') ? slice : '', second }
}

function faultsOfImport(name, { text, target, line }) {
  const from = place(name)
  const say = (message) => [`${name}:${line} ${message}（${text}）`]
  const to = place(target)
  if (to === undefined) {
    if (from.workspace === 'core' && text.startsWith('node:')) return say('core 不得使用 Node 的接口')
    if (from.workspace === 'core' && !text.startsWith('typebox') && text !== 'yaml')
      return say('core 只可依赖 typebox 与 yaml')
    if (text.startsWith('@eduduty/') && !text.startsWith('@eduduty/core/')) return say('只可引用 @eduduty/core')
    return []
  }
  if (to.workspace !== from.workspace) return say('不得跨工作区用相对路径引用')
  // A file at the root of a workspace puts the slices together.
  if (from.slice === to.slice || to.slice === '' || from.slice === '') return []
  if (from.workspace === 'core' || (to.slice !== 'platform' && from.slice !== 'platform' && from.slice !== 'cli')) {
    return target.endsWith(`/src/${to.slice}/index.ts`) || target.endsWith(`/src/${to.slice}/routes.ts`)
      ? []
      : say(`跨切片引用须经 ${to.slice}/index.ts`)
  }
  if (from.slice === 'platform' && to.slice !== 'platform') return say('platform 不得认识任何切片')
  return []
}

function cyclesIn(edges) {
  const state = new Map()
  const faults = []
  const visit = (name, trail) => {
    if (state.get(name) === 'done' || !edges.has(name)) return
    if (state.get(name) === 'open') {
      faults.push(`循环引用：${[...trail.slice(trail.indexOf(name)), name].join(' → ')}`)
      return
    }
    state.set(name, 'open')
    for (const { target } of edges.get(name)) visit(target, [...trail, name])
    state.set(name, 'done')
  }
  for (const name of edges.keys()) visit(name, [])
  return faults
}
