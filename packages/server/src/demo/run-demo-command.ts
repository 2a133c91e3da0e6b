import { resolve } from 'node:path'
import type { Pack, Register } from '@eduduty/core/packs'
import { readPack } from '../packs/index.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { exitCodes, type Io, writeJson } from '../platform/io.ts'
import { type ParsedOptions, parseOptions } from '../platform/parse-options.ts'
import { createProgress } from '../platform/progress.ts'
import { buildDemo } from './build-demo.ts'
import { county, judgedYear } from './county.ts'
import { buildEnrolmentFiles } from './enrolment/index.ts'
import { plantedFaults } from './plant-faults.ts'
import { seedDemo, seedParts } from './seed-demo.ts'
import { writeDemoFiles } from './write-demo-files.ts'

const packId = 'quality-balance-2017'
const enrolmentPackId = 'dropout-control'
const rosterPackId = 'duty-registers'
const dutyPackIds = ['county-duty', 'township-duty', 'department-duty'] as const

/** `eduduty demo [--out DIR] [--late] [--rosters] [--duty] [--statistics] [--staff] [--enrolment] [--json]`: writes the demo county's folder of workbooks. */
export async function runDemoCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('demo', argv, {
    out: 'text',
    late: 'flag',
    json: 'flag',
    staff: 'flag',
    collection: 'flag',
    appraisal: 'flag',
    enrolment: 'flag',
    rosters: 'flag',
    duty: 'flag',
    statistics: 'flag',
    data: 'text',
    keys: 'text',
  })
  const [surplus] = options.positionals
  if (surplus !== undefined) {
    throw new AppError('command.usage', { command: 'demo', reason: `不认识“${surplus}”，文件夹请用 --out 指定` })
  }
  const json = options.has('json')
  if (options.has('enrolment') && options.text('out') !== undefined) return writeEnrolment(options, io)
  if (seedParts.some((part) => options.has(part))) return seedDemo(options, io)
  const pack = await packOf(packId, io)
  const duty = options.has('duty')
  const isWide = duty || options.has('rosters')
  const rosters = isWide ? await registersOf(duty ? dutyPackIds : [rosterPackId], io) : undefined
  if (pack === undefined || (rosters === undefined && isWide)) return exitCodes.usage
  const progress = createProgress(io, { json })
  const demo = await buildDemo(pack.registers, {
    late: options.has('late'),
    statistics: options.has('statistics'),
    ...(rosters === undefined ? {} : { rosters, duty }),
    onProgress: (done, total) => progress.report('生成演示县', done, total),
  })
  progress.finish()
  const folder = resolve(io.cwd, options.text('out') ?? 'demo')
  const written = await writeDemoFiles(folder, demo.files)
  if ('refused' in written) {
    io.stderr.write(`${written.refused}\n`)
    return exitCodes.usage
  }
  const summary = {
    folder,
    county: county.name,
    year: judgedYear,
    files: demo.files.length,
    changed: written.changed,
    extra: written.extra,
    faults: plantedFaults.length,
  }
  if (json) writeJson(io, summary)
  else io.stdout.write(`${sentence(summary)}\n`)
  return exitCodes.done
}

/** `eduduty demo --enrolment --out DIR`: the rosters that are compared, as workbooks to be imported. */
async function writeEnrolment(options: ParsedOptions, io: Io): Promise<number> {
  const pack = await packOf(enrolmentPackId, io)
  if (pack === undefined) return exitCodes.usage
  const folder = resolve(io.cwd, options.text('out') ?? '')
  const files = await buildEnrolmentFiles(pack.registers)
  const written = await writeDemoFiles(folder, files)
  if ('refused' in written) {
    io.stderr.write(`${written.refused}\n`)
    return exitCodes.usage
  }
  if (options.has('json')) writeJson(io, { folder, files: files.length, ...written })
  else io.stdout.write(`演示县“${county.name}”（虚构）的控辍保学名册已写入 ${folder}：${files.length} 个工作簿。\n`)
  return exitCodes.done
}

/** A shipped pack; one with mistakes is said to be so. */
async function packOf(id: string, io: Io): Promise<Pack | undefined> {
  const { loaded, problems } = await readPack(id, io.cwd)
  if (loaded === undefined)
    io.stderr.write(
      `标准包 ${id} 有 ${problems.length} 处错误，无法据此生成演示县；请运行 eduduty pack validate ${id}。\n`,
    )
  return loaded?.pack
}

/** Registers of several packs, each once: what packs use they share. */
async function registersOf(ids: readonly string[], io: Io): Promise<readonly Register[] | undefined> {
  const found = new Map<string, Register>()
  for (const id of ids) {
    const pack = await packOf(id, io)
    if (pack === undefined) return undefined
    for (const register of pack.registers) found.set(register.id, register)
  }
  return [...found.values()]
}

interface DemoSummary {
  readonly folder: string
  readonly files: number
  readonly faults: number
  readonly changed: number
  readonly extra: readonly string[]
}

function sentence(summary: DemoSummary): string {
  return [
    `演示县“${county.name}”（虚构）已写入 ${summary.folder}：${summary.files} 个文件，三个年度，植入 ${summary.faults} 处问题（清单见 docs/demo-county.md）。`,
    ...(summary.changed > 0 ? [`其中 ${summary.changed} 个已有文件内容不同，已恢复成演示数据。`] : []),
    ...(summary.extra.length > 0
      ? [
          `文件夹里另有 ${summary.extra.length} 个不属于演示数据的文件（如 ${summary.extra[0]}），没有改动，评估时也会读到。`,
        ]
      : []),
    `下一步：eduduty assess ${summary.folder} --out 结果文件夹`,
  ].join('\n')
}
