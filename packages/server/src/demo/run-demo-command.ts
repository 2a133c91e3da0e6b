import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readPack } from '../packs/index.ts'
import { exitCodes, type Io, writeJson } from '../platform/io.ts'
import { createProgress } from '../platform/progress.ts'
import { buildDemo } from './build-demo.ts'
import { county, judgedYear } from './county.ts'
import { plantedFaults } from './plant-faults.ts'
import { writeDemoFiles } from './write-demo-files.ts'

const usage = '用法：eduduty demo [--out 文件夹] [--late] [--json]（默认写到 demo/；--late 连同迟交的学校一起写出）'
const packId = 'quality-balance-2017'

/** `eduduty demo [--out DIR] [--late] [--json]`: writes the demo county's folder of workbooks. */
export async function runDemoCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions(argv)
  if (options === undefined) {
    io.stderr.write(`${usage}\n`)
    return exitCodes.usage
  }
  const reading = await readPack(packId, io.cwd)
  if (reading.loaded === undefined) {
    io.stderr.write(
      `标准包 ${packId} 有 ${reading.problems.length} 处错误，无法据此生成演示县；请运行 eduduty pack validate ${packId}。\n`,
    )
    return exitCodes.usage
  }
  const progress = createProgress(io, { json: options.json })
  const demo = await buildDemo(reading.loaded.pack.registers, {
    late: options.late,
    onProgress: (done, total) => progress.report('生成演示县', done, total),
  })
  progress.finish()
  const folder = resolve(io.cwd, options.out)
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
  if (options.json) writeJson(io, summary)
  else io.stdout.write(`${sentence(summary)}\n`)
  return exitCodes.done
}

function parseOptions(argv: readonly string[]): { out: string; late: boolean; json: boolean } | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { out: { type: 'string' }, late: { type: 'boolean' }, json: { type: 'boolean' } },
    })
    return { out: values.out ?? 'demo', late: values.late ?? false, json: values.json ?? false }
  } catch {
    return undefined
  }
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
