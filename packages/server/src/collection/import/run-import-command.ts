import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { AppError } from '../../platform/errors/app-error.ts'
import { exitCodes, type Io, writeJson } from '../../platform/io.ts'
import { type ParsedOptions, parseOptions } from '../../platform/parse-options.ts'
import { createProgress } from '../../platform/progress.ts'
import { ROSTER_BYTES } from '../upload/receive-file.ts'
import { SentBody } from '../upload/sent-body.ts'
import { importIntoTask } from './import-into-task.ts'
import { isRight, reportText } from './import-report.ts'
import { tryWithPack } from './try-with-pack.ts'

/**
 * `eduduty import FILE --register ID --org CODE --period P`: one file into the task that asks for it, as the page does.
 * Exit codes: 0 nothing in it is wrong, 1 taken and something in it is wrong, 2 refused as a whole.
 */
export async function runImportCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('import', argv, {
    register: 'text',
    org: 'text',
    period: 'text',
    map: 'text',
    pack: 'text',
    data: 'text',
    keys: 'text',
    'dry-run': 'flag',
    json: 'flag',
  })
  const path = await findGiven(options, io)
  const wanted = { register: asked(options, 'register'), org: asked(options, 'org'), period: asked(options, 'period') }
  const [pack, dryRun] = [options.text('pack'), options.has('dry-run')]
  if (pack !== undefined && !dryRun) throw usage('--pack 只和 --dry-run 一起用；写入时按上报期自己的标准包')
  const progress = createProgress(io, { json: options.has('json') })
  const body = await SentBody.receive(createReadStream(path))
  try {
    const order = { ...wanted, path, name: basename(path), body, dryRun, options, io, progress }
    const report = pack === undefined ? await importIntoTask(order) : await tryWithPack(order, pack)
    progress.finish()
    if (report === undefined) return exitCodes.usage
    if (options.has('json')) writeJson(io, report)
    else io.stdout.write(reportText(report))
    return isRight(report) ? exitCodes.done : exitCodes.wrong
  } finally {
    progress.finish()
    await body.drop()
  }
}

function asked(options: ParsedOptions, name: 'register' | 'org' | 'period'): string {
  const titles = { register: '台账', org: '单位代码', period: '上报期' }
  const given = options.text(name)
  if (given === undefined) throw usage(`请用 --${name} 给出${titles[name]}`)
  return given
}

const usage = (reason: string): AppError => new AppError('command.usage', { command: 'import', reason })

async function findGiven({ positionals }: ParsedOptions, io: Io): Promise<string> {
  const [shown, ...more] = positionals
  if (shown === undefined) throw usage('请给出要导入的文件')
  if (more.length > 0) throw usage(`一次导入一个文件，不认识“${more[0]}”`)
  const path = resolve(io.cwd, shown)
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new AppError('file.unreadable', { path: shown, reason: '没有这个文件' })
  if (!found.isFile()) throw new AppError('file.unreadable', { path: shown, reason: '它不是文件' })
  if (found.size > ROSTER_BYTES) throw new AppError('request.too_large')
  return path
}
