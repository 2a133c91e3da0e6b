import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './run.mjs'

const load = (path) => import(pathToFileURL(join(root, path)).href)

/** Files that are made from the code: path → text as it should be. */
const makers = {
  'docs/glossary.md': makeGlossary,
}

/** Writes every generated file anew. */
export async function writeGeneratedFiles() {
  for (const [path, make] of Object.entries(makers)) writeFileSync(join(root, path), await make())
}

/** Generated files that no longer agree with the code. */
export async function generatedFileFaults() {
  const faults = []
  for (const [path, make] of Object.entries(makers)) {
    const current = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''
    if (current !== (await make())) faults.push(`${path} 与代码不一致，请运行 npm run generate`)
  }
  return faults
}

async function makeGlossary() {
  const { glossary } = await load('packages/core/dist/glossary.js')
  const rows = glossary.map((term) => `| ${term.chinese} | \`${term.english}\` | ${term.meaning} |`)
  return [
    '# 术语表',
    '',
    '由 `packages/core/src/glossary.ts` 生成，请勿手改。',
    '',
    '| 术语 | 英文 | 含义 |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
