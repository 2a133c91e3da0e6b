import { readFile, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { dayOf } from '@eduduty/core/identity'
import type { ImportOutcome } from '@eduduty/core/organizations'
import { AppError } from '../../platform/errors/app-error.ts'
import { exitCodes, type Io, writeJson } from '../../platform/io.ts'
import { parseOptions } from '../../platform/parse-options.ts'
import { markImportFile } from '../../platform/workbooks/import-file.ts'
import { receiveAreas } from '../areas/receive-areas.ts'
import { receiveUnits } from '../import/receive-units.ts'
import { callerFor, openForCommand, storageOptions } from './open-for-command.ts'

/** `eduduty organizations import FILE`: exit code 0 written (or nothing wrong), 1 the file has errors and nothing was written. */
export async function runImportCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('organizations', argv, {
    ...storageOptions,
    areas: 'flag',
    from: 'text',
    'dry-run': 'flag',
    marked: 'text',
    json: 'flag',
  })
  const [given] = options.positionals
  if (given === undefined)
    throw new AppError('command.usage', { command: 'organizations', reason: '请给出要导入的文件' })
  const { county, ...caller } = callerFor(options, '导入组织机构')
  const file = { name: basename(given), bytes: await readGiven(resolve(io.cwd, given), given) }
  const installation = await openForCommand(options, io)
  try {
    const { door, clock } = installation
    const from = options.text('from') ?? `${dayOf(clock()).slice(0, 4)}-01-01`
    const dryRun = options.has('dry-run')
    const { outcome, findings } = options.has('areas')
      ? await receiveAreas(door, caller, { file, since: from, dryRun })
      : await receiveUnits(door, caller, { file, county, openedOn: from, dryRun })
    const marked = options.text('marked')
    const wrong = outcome.findings.some((finding) => finding.level === 'error')
    if (marked !== undefined && wrong) await writeFile(resolve(io.cwd, marked), await markImportFile(file, findings))
    if (options.has('json')) writeJson(io, outcome)
    else io.stdout.write(outcomeText(outcome, dryRun))
    return wrong ? exitCodes.wrong : exitCodes.done
  } finally {
    await installation.close()
  }
}

async function readGiven(path: string, shown: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const reason = code === 'ENOENT' ? '没有这个文件' : `读不出来（${code}）`
    throw new AppError('file.unreadable', { path: shown, reason }, { cause })
  }
}

function outcomeText(outcome: ImportOutcome, dryRun: boolean): string {
  const { added, changed, unchanged, applied } = outcome
  const errors = outcome.findings.filter((finding) => finding.level === 'error').length
  const counts = `新增 ${added}，变更 ${changed}，不变 ${unchanged}`
  const head = applied ? `已写入：${counts}` : errors > 0 ? `有 ${errors} 处错误，没有写入` : `将会：${counts}`
  const said = outcome.findings.map(
    ({ sheet, cell, message, advice }) =>
      `  ${[sheet, cell].join(' ').trim()}　${message}${advice === '' ? '' : `。${advice}`}`,
  )
  const steps = dryRun ? outcome.steps.map(({ name, says }) => `  ${name}　${says}`) : []
  return `${[head, ...said, ...steps].join('\n')}\n`
}
