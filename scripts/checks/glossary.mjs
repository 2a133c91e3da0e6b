import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { root } from '../steps/run.mjs'
import { lineOf, walk } from './source-files.mjs'

/** The glossary has no double entry, no dead word, and no identifier uses a word it rules out. */
export async function checkGlossary(sources) {
  const { glossary } = await import(pathToFileURL(join(root, 'packages/core/dist/glossary.js')).href)
  const words = wordsOf(sources)
  const faults = []
  const seen = new Set()
  for (const { chinese, english } of glossary) {
    for (const name of [chinese, english]) {
      if (seen.has(name)) faults.push(`术语“${name}”出现两次`)
      seen.add(name)
    }
    if (!english.split('_').every((part) => words.has(part)))
      faults.push(`术语 ${english}（${chinese}）在代码中没有用到`)
  }
  const avoided = new Map(glossary.flatMap((term) => (term.avoid ?? []).map((word) => [word, term])))
  for (const source of sources.filter(
    (candidate) => candidate.name.includes('/src/') && !candidate.name.endsWith('glossary.ts'),
  )) {
    walk(source.tree, (node) => {
      if (!ts.isIdentifier(node) || !isDeclared(node)) return
      for (const part of partsOf(node.text)) {
        const term = avoided.get(part)
        if (term)
          faults.push(
            `${source.name}:${lineOf(source, node)} 标识符 ${node.text} 用了“${part}”，应为 ${term.english}（${term.chinese}）`,
          )
      }
    })
  }
  return faults
}

function isDeclared(node) {
  const { parent } = node
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isPropertySignature(parent)) &&
    parent.name === node
  )
}

function partsOf(name) {
  return name.split(/(?=[A-Z])|_/).map((part) => part.toLowerCase())
}

function wordsOf(sources) {
  const words = new Set()
  for (const source of sources) {
    if (!source.name.includes('/src/') || source.name.endsWith('glossary.ts')) continue
    for (const [word] of source.text.matchAll(/[A-Za-z]+/g))
      for (const part of partsOf(word)) words.add(part).add(part.replace(/s$/, ''))
  }
  return words
}
