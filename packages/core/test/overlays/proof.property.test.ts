import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CountyFacade, evaluateCounty, type PackPlan, planPack, proveOverlay } from '../../src/evaluation/index.ts'
import { type Change, type Overlay, type Pack, tailorPack } from '../../src/packs/index.ts'
import { Draw, overlayOf, randomCounty, randomOverlay, randomPack } from './random-overlay.ts'

const nowhere = {
  place: () => ({ file: 'x', line: 1, column: 1, length: 1 }),
  inside: () => ({ file: 'x', line: 1, column: 1, length: 1 }),
}

function tailored(pack: Pack, overlay: Overlay) {
  const made = tailorPack({ pack, source: nowhere }, { overlay, source: nowhere })
  return { pack: made.joined.pack, problems: made.problems, proof: proveOverlay(made) }
}

const evaluate = (plan: PackPlan, rows: ReturnType<typeof randomCounty>): CountyFacade =>
  evaluateCounty({ plan, rows, year: 2026, packHash: '', snapshot: '', runId: '', program: '' })

/** Everything that is judged, by name. */
function statesOf(county: CountyFacade): ReadonlyMap<string, string | undefined> {
  const { verdict } = county.assessment()
  const figures = ['first', 'second', 'third', 'fourth'].map((id) => [id, county.stateOf(id)] as const)
  return new Map<string, string | undefined>([['verdict', verdict.state], ...figures])
}

const isStrict = (effects: readonly { readonly effect: string }[]): boolean =>
  effects.every(({ effect }) => effect === '收紧' || effect === '不变')

test('what is called only tightening lets no county pass that failed before', () => {
  let strict = 0
  let failed = 0
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const draw = new Draw(seed)
      const base = randomPack(draw)
      const { pack, problems, proof } = tailored(base, randomOverlay(draw, base))
      if (problems.length > 0 || !isStrict(proof)) return
      strict += 1
      const plans = [planPack(base), planPack(pack)] as const
      for (let at = 0; at < 6; at += 1) {
        const rows = randomCounty(draw)
        const [before, after] = [statesOf(evaluate(plans[0], rows)), statesOf(evaluate(plans[1], rows))]
        for (const [name, state] of before) {
          if (state !== 'unmet') continue
          failed += 1
          expect(
            [name, after.get(name)],
            proof.map(({ step, effect }) => `${step.section} ${step.id} ${effect}`).join(),
          ).not.toEqual([name, 'met'])
        }
      }
    }),
    { numRuns: 100, seed: 20_261_126 },
  )
  // The promise is empty where nothing is called strict, or where no county fails.
  expect(strict).toBeGreaterThan(15)
  expect(failed).toBeGreaterThan(60)
}, 60_000)

test('an overlay that lets a failing county pass is never called only tightening', () => {
  const planted: readonly Change[] = [
    { in: 'sections', id: 'one', remove: { items: ['third'] } },
    { in: 'grains', id: 'unit', add: { exclusions: [{ id: 'more', when: '表.甲 < 2', reason: '小' }] } },
    { in: 'effects', id: 'veto', drop: true },
    { in: 'indicators', id: 'third', set: { standard: '≥ 0' } },
    { in: 'verdict', set: { formula: '一支.达标 或 二支.达标 或 真' } },
  ]
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...planted), (seed, change) => {
      const draw = new Draw(seed)
      const base = randomPack(draw)
      const others = randomOverlay(draw, base).changes ?? []
      const { problems, proof } = tailored(base, overlayOf([change, ...others]))
      const isPlantNamed = problems.length > 0 || proof[0]?.effect === '放宽' || proof[0]?.effect === '无法判断'
      const isNeutral = change.in === 'indicators' && base.indicators[2]?.standard === '≥ 0'
      const isSaid = base.verdict?.formula === change.in
      expect(isPlantNamed || isNeutral || isSaid).toBe(true)
    }),
    { numRuns: 50, seed: 7 },
  )
}, 60_000)
