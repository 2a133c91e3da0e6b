import { resolve } from 'node:path'
import type { Register } from '@eduduty/core/packs'
import { readPack, writeProblems } from '../packs/index.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { exitCodes, type Io } from '../platform/io.ts'
import { parseOptions } from '../platform/parse-options.ts'
import { writeTemplate } from './write-template.ts'

const DEFAULT_PACK = 'quality-balance-2017'

/** `eduduty template REGISTER [--pack ID] [--out FILE.xlsx] [--vertical]`. Without a register it lists them. */
export async function runTemplateCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('template', argv, { pack: 'text', out: 'text', vertical: 'flag' })
  const reading = await readPack(options.text('pack') ?? DEFAULT_PACK, io.cwd)
  if (reading.loaded === undefined) {
    writeProblems(reading, io, false)
    return exitCodes.usage
  }
  const { pack } = reading.loaded
  const wanted = options.positionals[0]
  if (wanted === undefined) {
    for (const register of pack.registers)
      io.stdout.write(`${register.id}\t${register.title}（${register.columns.length} 项）\n`)
    return exitCodes.done
  }
  const register = findRegister(pack.registers, wanted)
  const out = resolve(
    io.cwd,
    options.text('out') ?? `${register.title}${options.has('vertical') ? '（竖式）' : ''}.xlsx`,
  )
  await writeTemplate(register, pack.codes ?? [], out, { vertical: options.has('vertical') }).catch(
    (cause: unknown) => {
      const reason =
        cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' ? '文件夹不存在' : '写不进这个文件'
      throw new AppError('command.usage', { command: 'template', reason: `${reason}：${out}` })
    },
  )
  io.stdout.write(`模板已写入 ${out}\n`)
  return exitCodes.done
}

function findRegister(registers: readonly Register[], wanted: string): Register {
  const found = registers.find((register) => register.id === wanted || register.title === wanted)
  if (found !== undefined) return found
  const names = registers.map((register) => `${register.id}（${register.title}）`).join('、')
  throw new AppError('command.usage', { command: 'template', reason: `没有“${wanted}”这个台账，可用：${names}` })
}
