import {
  check,
  compile,
  explain,
  parse,
  planAggregates,
  print,
  renderExplanation,
  renderProblem,
  renderScan,
} from '../../src/formula/index.ts'
import { environmentOf, scopeOf, type World } from './world.ts'

const world: World = {
  values: { 学生数: 100, 教师数: null, 名: '甲', 日: { date: '2026-01-01' }, 达标: true },
  units: { 学生数: '人', 教师数: '人' },
  rows: {
    班级: [
      { 人数: 40, 名: '一班', 大: false },
      { 人数: null, 名: '二班', 大: true },
    ],
  },
}
const [scope, environment] = [scopeOf(world), environmentOf(world)]

/** Words of the language, and characters that do not belong to it. */
const WORDS = [
  ...'＋－×÷（），；。≤≥＝＞＜％‰+-*/()[]【】,;.=<>!&|^#"“”\'「」→≠_§ \n\t０９'.split(''),
  ...['0', '1', '2.5', '1.2.3', '100', '9'.repeat(40), '2026-09-01', '2026-02-30', '5 万元', '85%', '3 人', '1 圆'],
  ...['且', '或', '非', '属于', '情形', '否则', '真', '假', '上年', '上期', '截至', '按'],
  ...['学生数', '教师数', '名', '日', '达标', '班级', '人数', '大', '班级.人数', '无此名', '"甲"'],
  ...['合计(', '计数(', '平均(', '差异系数(', '四舍五入(', '年龄(', '首个已知(', '占比(', '上年(', '长度(', '最大('],
  ...['合计(班级.人数)', '计数(班级[大])', '情形 达标 → ', '; 否则 ', '[上年]', '\ud800', '😀', '\0'],
]

function randomSource(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const OPERATORS = [' + ', ' - ', '×', '÷', ' 且 ', ' 或 ', ' ≥ ', ' = ', ' 属于 ', ', ', '']
const OPERANDS = [
  '学生数',
  '教师数',
  '1',
  '2.5',
  '达标',
  '名',
  '日',
  '合计(班级.人数)',
  '计数(班级[大])',
  '5 人',
  '(',
  ')',
]

/** Any words in a row; operands and operators in turn, so that some is well formed; or one short pattern many times. */
function garbage(next: () => number, longest: number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? ''
  const length = Math.ceil(next() * longest)
  const anyWord = (): string => pick(next() < 0.5 ? WORDS : pick2(next, [OPERANDS, OPERATORS]))
  const kind = next()
  if (kind < 0.3) {
    const pattern = Array.from({ length: 1 + Math.floor(next() * 4) }, anyWord).join('')
    const [start, end] = [next() < 0.5 ? anyWord() : '', next() < 0.5 ? anyWord() : '']
    return (start + pattern.repeat(Math.ceil(length / Math.max(1, pattern.length)))).slice(0, length) + end
  }
  let text = ''
  for (let turn = 0; text.length < length; turn++) {
    const orderly = kind < 0.65 && next() < 0.97
    text += orderly ? pick(turn % 2 === 0 ? OPERANDS : OPERATORS) : pick(WORDS)
    if (orderly && longest <= 200 && next() < 0.2) break
  }
  return text.slice(0, length)
}

const pick2 = <T>(next: () => number, [first, second]: readonly [T, T]): T => (next() < 0.5 ? first : second)

export interface GarbageOutcome {
  evaluated: number
  slowest: { milliseconds: number; source: string }
  readonly faults: { readonly source: string; readonly fault: string }[]
}

/** Everything that may be done with a formula; returns whether it was one. */
function exercise(source: string): boolean {
  const { ast } = parse(source)
  const { expression, problems } = check(source, scope, { zeroDenominator: 'not_applicable' })
  for (const problem of problems)
    if (!/\p{Script=Han}/u.test(renderProblem(problem, source))) throw new Error(`not in Chinese: ${problem.message}`)
  if (ast && parse(print(ast)).problems.length > 0) throw new Error(`cannot be read back: ${print(ast)}`)
  if (!expression) {
    if (problems.length === 0) throw new Error('neither expression nor problem')
    return false
  }
  compile(expression)(environment)
  renderExplanation(explain(expression, environment))
  for (const plans of planAggregates([expression]).registers.values()) renderScan({ table: 't', plans })
  return true
}

/** What seems slow is tried again: a busy machine is not the formula's fault. */
export function timed(source: string): { readonly evaluated: boolean; readonly milliseconds: number } {
  let [evaluated, milliseconds] = [false, Number.POSITIVE_INFINITY]
  for (let attempt = 0; attempt < 3 && milliseconds > 40; attempt++) {
    const started = performance.now()
    evaluated = exercise(source)
    milliseconds = Math.min(milliseconds, performance.now() - started)
  }
  return { evaluated, milliseconds }
}

export function runGarbage(options: {
  readonly cases: number
  readonly longest: number
  readonly seed: number
}): GarbageOutcome {
  const next = randomSource(options.seed)
  const outcome: GarbageOutcome = { evaluated: 0, slowest: { milliseconds: 0, source: '' }, faults: [] }
  for (let at = 0; at < options.cases; at++) {
    const source = garbage(next, options.longest)
    try {
      const { evaluated, milliseconds } = timed(source)
      if (evaluated) outcome.evaluated++
      if (milliseconds > outcome.slowest.milliseconds) outcome.slowest = { milliseconds, source }
    } catch (fault) {
      outcome.faults.push({ source, fault: String(fault) })
    }
  }
  return outcome
}
