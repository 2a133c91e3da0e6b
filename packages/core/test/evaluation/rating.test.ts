import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allClear, grades, lines, type Township, townshipPack, townshipRow } from './rated-townships.ts'
import { evaluate } from './small-county.ts'

const full: Township = { ...allClear, retention: 100, visits: 10, pledges: 1, nursery: 1 }

function rate(cells: Township, earlier: Township | undefined = undefined) {
  const rows = [townshipRow('A', cells), ...(earlier === undefined ? [] : [townshipRow('A', earlier, 2024)])]
  const document = evaluate(rows, townshipPack).assessment()
  const subject = document.ratings?.[0]?.subjects[0]
  if (subject === undefined) throw new Error('not rated')
  return { document, ...subject }
}

describe('points', () => {
  test('a score in proportion, one by level, and all or nothing are added up', () => {
    const { points, items, sections, base, grade, text } = rate({ ...full, retention: 97, visits: 7 })
    expect(points).toEqual({ shown: '88.50', value: '88.5' })
    expect(items.map((item) => item.points.value)).toEqual(['48.5', '10', '20', '10'])
    expect(sections.map(({ full: outOf, points: { value } }) => [outOf, value])).toEqual([
      ['70', '58.5'],
      ['30', '30'],
    ])
    expect([base, grade]).toEqual(['良好', '良好'])
    expect(text).toBe('得分 88.50，满分 100，按得分为“良好”。')
  })

  test('what does not apply is left out, and the rest scaled up', () => {
    const { points, sections, text } = rate({ ...full, retention: 90, nursery_has: false })
    expect(points).toEqual({ shown: '94.44', value: '850/9' })
    expect(sections[1]).toEqual({ section: 'base', full: '30', applied: '20', points: { shown: '20.00', value: '20' } })
    expect(text).toBe('得分 94.44，满分 100（不适用 10 分，已按比例折算），按得分为“优秀”。')
  })

  test('a level is shown with the figure', () => {
    const { document } = rate({ ...full, visits: 5 })
    expect(document.figures.find(({ node }) => node === 'visits')).toMatchObject({ level: '中', state: 'unmet' })
  })
})

describe('effects', () => {
  test('91.5 points and still failed: a veto sets the lowest grade and leaves the points', () => {
    const { points, base, grade, passed, text } = rate({ ...full, retention: 83, fraud: true })
    expect(points.value).toBe('91.5')
    expect([base, grade, passed]).toEqual(['优秀', '不合格', false])
    expect(text).toBe('得分 91.50，满分 100，按得分为“优秀”。出现一票否决事项“弄虚作假”，评为“不合格”。')
  })

  test('a downgrade takes one grade, a cap does not let the best one pass, and both hold at once', () => {
    expect(rate({ ...full, accident: true }).grade).toBe('良好')
    expect(rate({ ...full, unsafe: true }).grade).toBe('良好')
    expect(rate({ ...full, unsafe: true, accident: true }).grade).toBe('良好')
    expect(rate({ ...full, retention: 70, unsafe: true, accident: true }).grade).toBe('合格')
  })

  test('one of last year strikes within its window only', () => {
    expect(rate(full, { ...full, fraud: true }).grade).toBe('不合格')
    expect(rate(full, { ...full, accident: true }).grade).toBe('优秀')
  })

  test('many open effects come to few grades, and fast', () => {
    const [accident] = townshipPack.effects?.filter(({ id }) => id === 'accident') ?? []
    if (accident === undefined) throw new Error('no effect')
    const many = Array.from({ length: 40 }, (_, n) => ({ ...accident, id: `accident_${n}`, title: `事故${n}` }))
    const { accident: _, ...unsaid } = full
    const document = evaluate([townshipRow('A', unsaid)], { ...townshipPack, effects: many }).assessment()
    expect(document.ratings?.[0]?.subjects[0]?.possible).toEqual(['优秀', '良好', '合格', '不合格'])
  })

  test('the list of effects names the subjects that they strike', () => {
    const rows = [townshipRow('A', full), townshipRow('B', { ...full, accident: true })]
    const { effects, verdict } = evaluate(rows, townshipPack).assessment()
    expect(effects.find(({ id }) => id === 'accident')).toMatchObject({
      state: 'struck',
      rating: 'yearly',
      subjects: [{ subject: 'B', name: 'B镇', state: 'struck' }],
    })
    expect(verdict.state).toBe('met')
  })
})

const number = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: undefined })
const truth = fc.option(fc.boolean(), { nil: undefined })
const townships = fc
  .record({
    retention: number(100),
    visits: number(12),
    pledges: number(2),
    nursery: number(2),
    nursery_has: fc.boolean(),
    accident: truth,
    fraud: truth,
    unsafe: truth,
  })
  .map((cells): Township => Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined)))

/** Points and grade worked out by hand from a township that has reported everything. */
function byHand(at: Required<Township>): string {
  const visits = at.visits >= 10 ? 20 : at.visits >= 5 ? 10 : 0
  const points = at.retention / 2 + visits + (at.pledges >= 1 ? 20 : 0) + (at.nursery_has && at.nursery >= 1 ? 10 : 0)
  const score = at.nursery_has ? points : (points * 100) / 90
  const base = lines.findIndex((line) => score >= line)
  const down = Math.min(3, (base === -1 ? 3 : base) + (at.accident ? 1 : 0))
  return grades[at.fraud ? 3 : Math.max(down, at.unsafe ? 1 : 0)] ?? ''
}

/** Every way to fill in what is missing, in steps that pass each line. */
function completions(cells: Township): Required<Township>[] {
  const options = {
    retention: Array.from({ length: 101 }, (_, value) => value),
    visits: [0, 5, 10],
    pledges: [0, 1],
    nursery: [0, 1],
    nursery_has: [cells.nursery_has ?? true],
    accident: [true, false],
    fraud: [true, false],
    unsafe: [true, false],
  }
  return Object.entries(options).reduce<Required<Township>[]>(
    (made, [key, values]) => {
      const given = new Map<string, unknown>(Object.entries(cells)).get(key)
      return made.flatMap((one) => (given === undefined ? values : [given]).map((value) => ({ ...one, [key]: value })))
    },
    [
      {
        retention: 0,
        visits: 0,
        pledges: 0,
        nursery: 0,
        nursery_has: true,
        accident: false,
        fraud: false,
        unsafe: false,
      },
    ],
  )
}

test('a grade stands exactly when whatever the missing cells hold gives the same one', () => {
  fc.assert(
    fc.property(townships, (cells) => {
      const { grade, possible } = rate(cells)
      const reachable = new Set(completions(cells).map(byHand))
      for (const one of reachable) expect(possible).toContain(one)
      // Bounds may be wider than what can be reached, never narrower; a grade that is given is the only one.
      if (grade !== undefined) expect([...reachable]).toEqual([grade])
      if (reachable.size === 1 && Object.keys(cells).length === 8) expect(grade).toBe([...reachable][0])
    }),
    { numRuns: 100 },
  )
})
