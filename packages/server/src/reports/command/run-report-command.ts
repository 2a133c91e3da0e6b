import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { subjectsOf } from '@eduduty/core/documents'
import { getRunKey, openRun, type RunKey } from '../../evaluation/index.ts'
import { systemCaller } from '../../platform/ctx.ts'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { openNamedInstallation } from '../../platform/installation.ts'
import { exitCodes, type Io, writeJson } from '../../platform/io.ts'
import { type ParsedOptions, parseOptions } from '../../platform/parse-options.ts'
import { nameOfOutline } from '../drafts/offer-reports.ts'
import { outlinesOf } from '../drafts/outline-of-pack.ts'
import { type ReportOrder, writeFromRun } from './write-from-run.ts'

const kinds = {
  outline: 'text',
  unit: 'text',
  format: 'text',
  out: 'text',
  data: 'text',
  keys: 'text',
  json: 'flag',
} as const

/**
 * `eduduty report RUN`: a report, the slides or the briefing book of a kept run as a file; without `--outline` the reports
 * that it can give. Exit codes: 0 written or listed, 2 refused.
 */
export async function runReportCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('report', argv, kinds)
  const [run, ...more] = options.positionals
  if (run === undefined || more.length > 0) throw usage('请给出一次评估的标识，或 latest')
  const order = orderOf(options)
  const installation = await openNamedInstallation(options, io)
  try {
    await installation.door.read(systemCaller('命令行写报告'), async ({ db }) => {
      const key = await getRunKey(db, run)
      if (order === undefined) await listOutlines(db, key, options, io)
      else await write(db, key, order, options, io)
    })
  } finally {
    await installation.close()
  }
  return exitCodes.done
}

const usage = (reason: string): AppError => new AppError('command.usage', { command: 'report', reason })

/** Undefined where the reports of the run are to be listed. */
function orderOf(options: ParsedOptions): ReportOrder | undefined {
  const [format, outline, unit] = [options.text('format') ?? 'docx', options.text('outline'), options.text('unit')]
  if (format === 'docx') return outline === undefined ? undefined : { format, outline, unit }
  if (format !== 'pptx' && format !== 'briefing')
    throw usage(`--format 只能是 docx、pptx 或 briefing，不能是“${format}”`)
  if (outline !== undefined || unit !== undefined) throw usage('--outline 和 --unit 只用于 docx 报告')
  return { format }
}

async function listOutlines(db: Queries, key: RunKey, options: ParsedOptions, io: Io): Promise<void> {
  const source = (await openRun({ db }, key)).evaluate()
  const outlines = outlinesOf(source.pack).map((outline) => ({
    outline: outline.id,
    title: nameOfOutline(outline.title, source),
    units: subjectsOf(source, outline).map(({ subject, name }) => ({ unit: subject, name })),
  }))
  if (options.has('json')) return writeJson(io, { run: key.run, outlines })
  const lines = outlines.map(
    ({ outline, title, units }) =>
      `  ${outline}　${title}${units.length === 1 ? '' : `（逐个写，${units.length} 个）`}`,
  )
  io.stdout.write(`这次评估（${key.run}）能写的报告，用 --outline 选一份：\n${lines.join('\n')}\n`)
}

async function write(db: Queries, key: RunKey, order: ReportOrder, options: ParsedOptions, io: Io): Promise<void> {
  const { name, content } = await writeFromRun(db, key, order)
  const path = resolve(io.cwd, options.text('out') ?? name)
  await writeFile(path, content)
  if (options.has('json')) writeJson(io, { run: key.run, file: path, bytes: content.byteLength })
  else io.stdout.write(`已写出 ${path}\n`)
}
