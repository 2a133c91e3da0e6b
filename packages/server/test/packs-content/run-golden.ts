import { type CountyFacade, evaluateCounty, findGrain, planPack, type State } from '@eduduty/core/evaluation'
import type { GoldenTest, Pack } from '@eduduty/core/packs'

type Expectation = GoldenTest['expect'][number]

/** Evaluates the rows of a golden test with the real engine and lists in words what came out otherwise than expected. */
export function runGolden(pack: Pack, test: GoldenTest): readonly string[] {
  const county = evaluateCounty({
    plan: planPack(pack),
    rows: rowsOf(test),
    year: test.year,
    packHash: '0',
    snapshot: '0',
    runId: 'golden',
    program: 'test',
  })
  return test.expect.flatMap((expected) => differences(county, pack, expected))
}

function rowsOf(test: GoldenTest) {
  return Object.entries(test.rows).flatMap(([register, rows]) =>
    rows.map((row, index) => ({
      register,
      year: test.year,
      values: Object.fromEntries(
        Object.entries(row).map(([column, value]) => [column, typeof value === 'boolean' ? value : String(value)]),
      ),
      source: { file: '样例', sheet: register, row: index, cellOf: () => undefined },
    })),
  )
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
