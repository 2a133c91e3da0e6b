import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './run.mjs'

const load = (path) => import(pathToFileURL(join(root, path)).href)

/** Files that are made from the code: path → text as it should be. */
const makers = {
  'docs/glossary.md': makeGlossary,
  'docs/demo-county.md': makeDemoPage,
  'docs/openapi.json': async () => (await load('packages/server/dist/http/routes.js')).makeOpenApi(),
  'docs/routes.md': async () => (await load('packages/server/dist/http/routes.js')).makeRouteList(),
  'docs/assessment.schema.json': async () =>
    (await load('packages/server/dist/evaluation/index.js')).assessmentSchemaText(),
  'packages/server/src/platform/db/schema.generated.ts': async () =>
    (await load('packages/server/dist/platform/db/generate-row-types.js')).makeRowTypes(),
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

/** The page is written by hand; only its table of planted faults is made anew. */
async function makeDemoPage() {
  const { readPack } = await load('packages/server/dist/packs/index.js')
  const { buildDemo, describeFaults } = await load('packages/server/dist/demo/index.js')
  const { loaded } = await readPack('quality-balance-2017', root)
  if (loaded === undefined) throw new Error('标准包 quality-balance-2017 有错误，请运行 eduduty pack validate')
  const { placements } = await buildDemo(loaded.pack.registers)
  const page = readFileSync(join(root, 'docs/demo-county.md'), 'utf8')
  const table = `<!-- faults:begin -->\n\n${describeFaults(placements)}\n\n<!-- faults:end -->`
  return page.replace(/<!-- faults:begin -->[\s\S]*<!-- faults:end -->/, () => table)
}
