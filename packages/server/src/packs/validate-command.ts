import { runGoldenTests } from '@eduduty/core/evaluation'
import { exitCodes, type Io } from '../platform/io.ts'
import { findMistakes } from './find-mistakes.ts'
import { readPack } from './load-pack.ts'
import { writeProblems } from './write-problems.ts'

/** Shape, names, references, parameters, formulas, then the golden tests of a pack. */
export async function validateCommand(idOrFolder: string, io: Io, json: boolean): Promise<number> {
  const reading = await readPack(idOrFolder, io.cwd)
  const { loaded } = reading
  if (loaded === undefined) {
    writeProblems(reading, io, json)
    return reading.files.length === 0 ? exitCodes.usage : exitCodes.wrong
  }
  const problems = findMistakes(reading, loaded)
  const errors = problems.filter((problem) => !problem.warning)
  const golden = errors.length > 0 ? [] : runGoldenTests(loaded.pack, reading.source)
  const all = [...problems, ...golden]
  writeProblems(reading, io, json, all)
  const wrong = errors.length + golden.length
  if (!json && wrong === 0) {
    const { id, version, title } = loaded.pack.pack
    const tests = loaded.pack.golden?.length ?? 0
    io.stdout.write(
      `标准包 ${id} ${version}（${title}）检查通过：${describe(loaded.pack)}，${tests} 个样例全部相符。\n`,
    )
  }
  if (!json && wrong > 0) io.stderr.write(`共 ${wrong} 处错误，请逐一修改后再检查。\n`)
  return wrong === 0 ? exitCodes.done : exitCodes.wrong
}

function describe(pack: {
  readonly registers: readonly unknown[]
  readonly indicators: readonly unknown[]
  readonly checks?: readonly unknown[]
}): string {
  return `台账 ${pack.registers.length} 张，指标 ${pack.indicators.length} 项，审核关系 ${pack.checks?.length ?? 0} 条`
}
