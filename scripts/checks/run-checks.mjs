import { join } from 'node:path'
import { generatedFileFaults } from '../steps/generated-files.mjs'
import { root, run } from '../steps/run.mjs'
import { checkCarriedTables } from './carried-tables.mjs'
import { checkEscapes } from './escapes.mjs'
import { checkGlossary } from './glossary.mjs'
import { checkImports } from './imports.mjs'
import { checkLicences } from './licences.mjs'
import { checkRouteSamples } from './route-samples.mjs'
import { checkRowAccess } from './row-access.mjs'
import { checkSizes } from './sizes.mjs'
import { readSources } from './source-files.mjs'
import { checkStyles } from './styles.mjs'

const tool = (path) => join(root, 'node_modules', path)

async function faultsOfCommand(args) {
  const { code, output } = await run('node', args, { quiet: true, allow: [0, 1, 2] })
  return code === 0 ? [] : output.trim().split('\n')
}

/** The headings of the linter's report: file, line and rule. `npm run format` mends most and shows the rest. */
async function formatFaults() {
  const faults = await faultsOfCommand([
    tool('@biomejs/biome/bin/biome'),
    'ci',
    '--colors=off',
    '--max-diagnostics=60',
    '.',
  ])
  const headings = faults
    .filter((line) => line.includes('━') && !line.startsWith('ci '))
    .map((line) => line.replace(/\s*━+$/, ''))
  return headings.length > 0 ? headings : faults
}

const checks = [
  ['类型', () => faultsOfCommand([tool('typescript/bin/tsc'), '-b', '.'])],
  ['测试与基准的类型', () => faultsOfCommand([tool('typescript/bin/tsc'), '-p', 'tsconfig.test.json'])],
  ['格式与代码检查', formatFaults],
  ['引用方向与循环', () => checkImports(readSources())],
  ['文件与函数长度', () => checkSizes(readSources())],
  ['不绕过类型、检查与测试', () => checkEscapes(readSources())],
  ['行级访问控制', () => checkRowAccess(readSources())],
  ['随单位移动的表', checkCarriedTables],
  ['接口的越权试验', checkRouteSamples],
  ['术语', () => checkGlossary(readSources())],
  ['样式', checkStyles],
  ['生成的文件', generatedFileFaults],
  ['许可证', checkLicences],
]

/** Runs every check, prints each result, and counts them. */
export async function runChecks() {
  let failed = 0
  for (const [name, check] of checks) {
    const faults = await check()
    process.stdout.write(`${faults.length === 0 ? '✓' : '✗'} ${name}\n`)
    for (const fault of faults.slice(0, 60)) process.stdout.write(`    ${fault}\n`)
    if (faults.length > 60) process.stdout.write(`    ……另有 ${faults.length - 60} 处\n`)
    if (faults.length > 0) failed += 1
  }
  return { passed: checks.length - failed, failed }
}
