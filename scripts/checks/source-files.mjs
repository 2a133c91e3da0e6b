import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from '../steps/run.mjs'

/** All files of the checkout that git knows or would know, relative to its root. */
export function listFiles() {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 1 << 26,
  })
  return [...new Set(listed.toString().split('\0'))]
    .filter((name) => name !== '' && existsSync(join(root, name)))
    .toSorted()
}

const isCode = (name) => /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts')

/** Every source file with its text; parsed lazily. Generated files are marked. */
export function readSources() {
  return listFiles()
    .filter(isCode)
    .map((name) => {
      const text = readFileSync(join(root, name), 'utf8')
      let tree
      return {
        name,
        text,
        lines: text.split('\n').length - 1,
        generated: name.endsWith('.generated.ts'),
        test: /(^|\/)test\//.test(name) || name.startsWith('bench/'),
        get tree() {
          tree ??= ts.createSourceFile(
            name,
            text,
            ts.ScriptTarget.Latest,
            true,
            name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
          )
          return tree
        },
      }
    })
}

/** Calls `visit` for every node below `node`. */
export function walk(node, visit) {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

export function lineOf(source, node) {
  return source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1
}
