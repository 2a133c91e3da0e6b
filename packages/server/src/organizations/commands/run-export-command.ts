import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { dayOf } from '@eduduty/core/identity'
import { AppError } from '../../platform/errors/app-error.ts'
import { exitCodes, type Io } from '../../platform/io.ts'
import { parseOptions } from '../../platform/parse-options.ts'
import { exportAreas } from '../export/export-areas.ts'
import { exportUnits } from '../export/export-units.ts'
import { callerFor, openForCommand, storageOptions } from './open-for-command.ts'

/** `eduduty organizations export --out FILE`: the ending of the file says which format. Never overwrites. */
export async function runExportCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('organizations', argv, {
    ...storageOptions,
    areas: 'flag',
    'as-of': 'text',
    out: 'text',
  })
  const out = options.text('out')
  if (out === undefined || !/\.(?:xlsx|csv)$/.test(out))
    throw new AppError('command.usage', { command: 'organizations', reason: '请用 --out 给出 .xlsx 或 .csv 文件' })
  const format = out.endsWith('.csv') ? 'csv' : 'xlsx'
  const { county, ...caller } = callerFor(options, '导出组织机构')
  if (existsSync(resolve(io.cwd, out))) throw new AppError('backup.exists', { file: out })
  const installation = await openForCommand(options, io)
  try {
    const asOf = options.text('as-of') ?? dayOf(installation.clock())
    const bytes = await installation.door.write(caller, (ctx) =>
      options.has('areas') ? exportAreas(ctx, format) : exportUnits(ctx, { county, asOf, format }),
    )
    await writeFile(resolve(io.cwd, out), bytes, { flag: 'wx' })
    io.stdout.write(`已写出 ${out}\n`)
    return exitCodes.done
  } finally {
    await installation.close()
  }
}
