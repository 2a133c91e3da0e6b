import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  compile,
  type Environment,
  type Expression,
  type Problem,
  renderProblem,
  type Value,
} from '@eduduty/core/formula'
import { writeJson } from '../platform/io.ts'
import { formulaAnswer, formulaText } from './formula-answer.ts'
import { environmentOf, type FormulaData, NO_DATA, readFormulaData } from './formula-data.ts'
import { checkWithOpenTypes } from './open-types.ts'
import { DataFileError } from './parse-data.ts'
import { aggregateInDatabase } from './run-in-database.ts'

export interface CommandIo {
  stdout(text: string): void
  stderr(text: string): void
  readonly cwd: string
}

interface Arguments {
  readonly formula: string
  readonly data: string | undefined
  readonly engine: 'js' | 'sql'
  readonly explain: boolean
  readonly json: boolean
}

export const FORMULA_USAGE = `用法：eduduty formula 公式 [--data 文件.json] [--engine js|sql] [--explain] [--json]
  --data     数据文件：{"values": {名称: 数字、文字、true、false 或 null}, "rows": {台账: [{栏目: 值}]}}，null 表示未报
  --engine   js 在程序里计算（默认）；sql 把汇总交给数据库计算
  --explain  说明怎样算出来的
  --json     输出 JSON`

/** Arguments of the command, or a Chinese sentence about what is wrong with them. */
function readArguments(argv: readonly string[]): Arguments | string {
  let [formula, data, engine, explain, json]: [string | undefined, string | undefined, 'js' | 'sql', boolean, boolean] =
    [undefined, undefined, 'js', false, false]
  for (let at = 0; at < argv.length; at++) {
    const [word = '', inline] = argv[at]?.startsWith('--') ? (argv[at] ?? '').split(/=(.*)/s) : [argv[at]]
    if (word === '--explain') explain = true
    else if (word === '--json') json = true
    else if (word === '--data' || word === '--engine') {
      const value = inline ?? argv[++at]
      if (value === undefined) return `${word} 后面缺少内容`
      if (word === '--data') data = value
      else if (value === 'js' || value === 'sql') engine = value
      else return `--engine 只能是 js 或 sql，不能是“${value}”`
    } else if (word.startsWith('--')) return `不认识的选项“${word}”`
    else if (formula !== undefined) return '只能给一个公式；公式里有空格时请用引号括起来'
    else formula = word
  }
  return formula === undefined ? '缺少公式' : { formula, data, engine, explain, json }
}

async function loadData(path: string | undefined, io: CommandIo): Promise<FormulaData> {
  if (path === undefined) return NO_DATA
  let bytes: Buffer
  try {
    bytes = await readFile(resolve(io.cwd, path))
  } catch {
    throw new DataFileError(`读不到数据文件“${path}”，请检查路径和权限`)
  }
  try {
    return readFormulaData(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (refusal) {
    if (refusal instanceof DataFileError) throw refusal
    throw new DataFileError(`数据文件“${path}”不是 UTF-8 编码，请另存为 UTF-8`)
  }
}

async function environmentFor(expression: Expression, data: FormulaData, engine: 'js' | 'sql'): Promise<Environment> {
  const environment = environmentOf(data)
  if (engine === 'js') return environment
  const results = await aggregateInDatabase(expression, data)
  return { ...environment, aggregate: (key) => results.get(key) }
}

const answerJson = (io: CommandIo, value: unknown): void => writeJson({ stdout: { write: io.stdout } }, value)

function reportProblems(problems: readonly Problem[], { formula, json }: Arguments, io: CommandIo): number {
  if (json) answerJson(io, { problems })
  else io.stderr(`${problems.map((problem) => renderProblem(problem, formula)).join('\n\n')}\n`)
  return 2
}

async function evaluate(args: Arguments, io: CommandIo): Promise<number> {
  const { expression, problems, data } = checkWithOpenTypes(args.formula, await loadData(args.data, io))
  if (!expression) return reportProblems(problems, args, io)
  const environment = await environmentFor(expression, data, args.engine)
  const value: Value = compile(expression)(environment)
  const show = { explain: args.explain, engine: args.engine }
  if (args.json) answerJson(io, formulaAnswer(expression, value, environment, show))
  else io.stdout(`${formulaText(expression, value, environment, show)}\n`)
  return 0
}

/** `eduduty formula`: 0 evaluated, whatever the status of the result; 2 bad usage, unreadable data or a wrong formula. */
export async function runFormulaCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    io.stdout(`${FORMULA_USAGE}\n`)
    return 0
  }
  const args = readArguments(argv)
  const json = argv.includes('--json')
  const refuse = (message: string): number => {
    if (json) answerJson(io, { error: message })
    else io.stderr(`${message}\n`)
    return 2
  }
  if (typeof args === 'string') return refuse(json ? args : `${args}\n${FORMULA_USAGE}`)
  try {
    return await evaluate(args, io)
  } catch (failure) {
    if (failure instanceof DataFileError) return refuse(failure.message)
    throw failure
  }
}
