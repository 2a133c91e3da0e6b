import { fromDecimal } from '@eduduty/core/formula'
import { describe, expect, test } from 'vitest'
import type { VerifiedRating } from '../../src/evaluation/index.ts'
import { allClear, type Township, townshipPack, townshipRow } from './rated-townships.ts'
import { evaluate } from './small-county.ts'

const full: Township = { ...allClear, retention: 100, visits: 10, pledges: 1, nursery: 1 }
const points = (text: string): VerifiedRating => ({ points: fromDecimal(text) })

function rate(given: Readonly<Record<string, VerifiedRating>>, cells: Township = full) {
  const verified = { find: (node: string, subject: string) => (subject === 'A' ? given[node] : undefined) }
  const rows = [townshipRow('A', cells), townshipRow('B', full)]
  const document = evaluate(rows, townshipPack, { verified }).assessment()
  const [a, b] = document.ratings?.[0]?.subjects ?? []
  if (a === undefined || b === undefined) throw new Error('not rated')
  return { a, b, document }
}

describe('what people made of items counts in place of what was computed', () => {
  test('points stand as they were given, and the grade follows by the ladder of the pack', () => {
    const { a, b } = rate({ retention: points('35'), pledges: points('12.5') })
    expect([a.points.value, a.grade, a.sections.map((one) => one.points.value)]).toEqual([
      '77.5',
      '合格',
      ['55', '22.5'],
    ])
    expect([b.points.value, b.grade]).toEqual(['100', '优秀'])
  })

  test('a level brings the points of the pack for it, and its light', () => {
    const { a, document } = rate({ visits: { level: '中' } })
    expect([a.points.value, a.grade]).toEqual(['90', '优秀'])
    const figure = document.figures.find(({ id }) => id === 'visits@A')
    expect([figure?.level, figure?.state, figure?.value]).toEqual(['中', 'unmet', '10'])
    expect(rate({ visits: { level: '好' } }, { ...full, visits: 3 }).a.points.value).toBe('100')
  })

  test('effects of the pack strike as before: a veto is not rated away', () => {
    const { a } = rate({ retention: points('50') }, { ...full, retention: 60, fraud: true })
    expect([a.points.value, a.base, a.grade]).toEqual(['100', '优秀', '不合格'])
  })

  test('what does not apply stays so, and points beyond the full ones are an error', () => {
    expect(rate({}, { ...full, nursery_has: false }).a.points.value).toBe('100')
    expect(rate({ pledges: points('21') }).a.grade).toBeUndefined()
  })
})
