import { type CountyFacade, findGrain, type PackPlan, type State } from '@eduduty/core/evaluation'
import type { GoldenTest, Pack } from '@eduduty/core/packs'
import { evaluateRows } from './evaluate-rows.ts'

type Expectation = GoldenTest['expect'][number]

/** Evaluates the rows of a golden test with the real engine and lists in words what came out otherwise than expected. */
export function runGolden(plan: PackPlan, test: GoldenTest): readonly string[] {
  const county = evaluateRows(plan, { [test.year]: test.rows })
  return test.expect.flatMap((expected) => differences(county, plan.pack, expected))
}

function differences(county: CountyFacade, pack: Pack, expected: Expectation): readonly string[] {
  const actual = actualOf(county, pack, expected)
  const at = `${expected.of}@${Object.values(expected.subject ?? {}).join('/')}`
  if (actual === undefined) return [`${at} 没有这个结果`]
  return (['value', 'shown', 'status', 'verdict'] as const).flatMap((key) =>
    expected[key] === undefined || expected[key] === actual[key]
      ? []
      : [
          `${at} 的 ${key} 应为 ${expected[key]}，实为 ${actual[key]}${actual.why === undefined ? '' : `（${actual.why}）`}`,
        ],
  )
}

interface Actual {
  readonly value?: string | undefined
  readonly shown?: string
  readonly status?: string
  readonly verdict?: State | undefined
  readonly why?: string | undefined
}

function actualOf(county: CountyFacade, pack: Pack, expected: Expectation): Actual | undefined {
  if (expected.of === 'verdict') return { verdict: county.assessment().verdict.state }
  const rating = county.assessment().ratings?.find(({ id }) => id === expected.of)
  if (rating !== undefined) {
    const whose = Object.values(expected.subject ?? {}).join('/')
    const rated = rating.subjects.find(({ subject }) => subject === (whose === '' ? 'county' : whose))
    return rated && { value: rated.points.value, shown: rated.points.shown }
  }
  const node = [...(pack.elements ?? []), ...pack.indicators].find((item) => item.id === expected.of)
  if (node === undefined) return { verdict: county.stateOf(expected.of) }
  const grain = findGrain(pack, node.grain)
  const id = (grain?.dimensions ?? []).map((dimension) => expected.subject?.[dimension] ?? '').join('/')
  const figure = county.figure(expected.of, id === '' ? 'county' : id)
  if (figure === undefined) return undefined
  return {
    value: figure.value,
    shown: figure.shown,
    status: figure.status,
    verdict: figure.state,
    why: figure.causes?.[0]?.message,
  }
}
