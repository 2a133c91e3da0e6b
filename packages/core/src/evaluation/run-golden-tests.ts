import type { CellValue, RegisterRow } from '../collection/index.ts'
import type { GoldenTest, Pack, PackProblem, PackSource } from '../packs/index.ts'
import { evaluateCounty } from './evaluate-county.ts'
import type { EvaluatedCounty } from './evaluated-county.ts'
import { COUNTY, findGrain } from './grains.ts'
import { type PackPlan, planPack } from './plan.ts'

type Expectation = GoldenTest['expect'][number]

const comparedIn = [
  ['value', '精确值'],
  ['shown', '显示值'],
  ['status', '状态'],
  ['verdict', '结论'],
  ['score', '得分'],
  ['grade', '等次'],
] as const

type Answered = { readonly [key in (typeof comparedIn)[number][0]]?: string | undefined }

/** Runs the worked examples of a pack; each answer that differs from the expected one is a problem at its line. */
export function runGoldenTests(pack: Pack, source: PackSource): PackProblem[] {
  const plan = planPack(pack)
  return (pack.golden ?? []).flatMap((golden, index) => {
    const county = evaluateGolden(plan, golden)
    return golden.expect.flatMap((expected, at) => {
      const place = source.place(['golden', index, 'expect', at])
      return differencesOf(plan, county, expected).map((message) => ({
        code: 'golden_test',
        message: `样例“${golden.title}”不符：${message}`,
        ...place,
      }))
    })
  })
}

/** One thing that a worked example expects, with what came out. */
export interface AnsweredExpectation {
  readonly of: string
  readonly subject: Readonly<Record<string, string>>
  /** Absent where there is no such item or subject. */
  readonly compared?: readonly {
    readonly key: string
    readonly word: string
    readonly wanted: string
    readonly got: string | undefined
  }[]
}

/** Runs the worked examples of a pack, and says of each expectation what was wanted and what came out. */
export function answerGoldenTests(
  pack: Pack,
): { readonly title: string; readonly year: number; readonly answers: readonly AnsweredExpectation[] }[] {
  const plan = planPack(pack)
  return (pack.golden ?? []).map((golden) => {
    const county = evaluateGolden(plan, golden)
    const answers = golden.expect.map((expected): AnsweredExpectation => {
      const answer = answerOf(plan, county, expected)
      const { of, subject = {} } = expected
      if (answer === undefined) return { of, subject }
      const compared = comparedIn.flatMap(([key, word]) => {
        const wanted = expected[key]
        return wanted === undefined ? [] : [{ key, word, wanted, got: answer[key] }]
      })
      return { of, subject, compared }
    })
    return { title: golden.title, year: golden.year, answers }
  })
}

function evaluateGolden(plan: PackPlan, golden: GoldenTest): EvaluatedCounty {
  const rows = Object.entries(golden.rows).flatMap(([register, list]) =>
    list.map((values) => goldenRow(register, golden.year, values)),
  )
  return evaluateCounty({ plan, rows, year: golden.year, packHash: '', snapshot: '', runId: '', program: '' })
}

function goldenRow(register: string, year: number, values: Readonly<Record<string, unknown>>): RegisterRow {
  const cells = Object.entries(values).map(([column, value]): [string, CellValue] => [
    column,
    typeof value === 'boolean' ? value : String(value),
  ])
  const source = { file: 'golden', sheet: register, row: undefined, cellOf: () => undefined }
  return { register, year, values: Object.fromEntries(cells), source }
}

function differencesOf(plan: PackPlan, county: EvaluatedCounty, expected: Expectation): string[] {
  const answer = answerOf(plan, county, expected)
  if (answer === undefined) return [`没有“${expected.of}”，或没有这个评价对象。`]
  return comparedIn.flatMap(([key, word]) => {
    const wanted = expected[key]
    const got = answer[key]
    return wanted === undefined || wanted === got
      ? []
      : [`“${expected.of}”的${word}应为 ${wanted}，算得 ${got ?? '（无）'}。`]
  })
}

function answerOf(plan: PackPlan, county: EvaluatedCounty, { of, subject }: Expectation): Answered | undefined {
  const node = plan.node(of)
  if (node !== undefined) {
    const dimensions = findGrain(plan.pack, node.grain)?.dimensions ?? []
    const key = dimensions.length === 0 ? COUNTY : dimensions.map((id) => subject?.[id] ?? '').join('/')
    const figure = county.figure(node.id, key)
    if (figure === undefined) return subject === undefined ? { verdict: county.stateOf(of) } : undefined
    const { value, shown, status, state, level } = figure
    return { value, shown, status, verdict: state, grade: level, score: scoreOf(county, node.id, key) }
  }
  const rated = ratedAs(plan, county, of, subject)
  if (rated !== undefined) return rated
  if (of === 'verdict') return { verdict: county.assessment().verdict.state }
  const effect = county.assessment().effects.find((candidate) => candidate.id === of)
  if (effect !== undefined) return { verdict: effect.state }
  return plan.pack.sections?.some((section) => section.id === of) ? { verdict: county.stateOf(of) } : undefined
}

function scoreOf(county: EvaluatedCounty, node: string, subject: string): string | undefined {
  const rated = county.assessment().ratings?.flatMap(({ subjects }) => subjects) ?? []
  const items = rated.filter((one) => one.subject === subject).flatMap((one) => one.items)
  return items.find(({ indicator }) => indicator === node)?.points.value
}

function ratedAs(
  plan: PackPlan,
  county: EvaluatedCounty,
  of: string,
  subject: Expectation['subject'],
): Answered | undefined {
  const rating = county.assessment().ratings?.find(({ id }) => id === of)
  if (rating === undefined) return undefined
  const dimensions = findGrain(plan.pack, rating.grain)?.dimensions ?? []
  const key = dimensions.length === 0 ? COUNTY : dimensions.map((id) => subject?.[id] ?? '').join('/')
  const rated = rating.subjects.find((one) => one.subject === key)
  return (
    rated && {
      value: rated.points.value,
      shown: rated.points.shown,
      grade: rated.grade,
      verdict: passedWord(rated.passed),
    }
  )
}

const passedWord = (passed: boolean | undefined): string =>
  passed === undefined ? 'undecided' : passed ? 'met' : 'unmet'
