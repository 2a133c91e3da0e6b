import type { IndicatorEvidence } from '@eduduty/core/archive'
import { describe, expect, it } from 'vitest'
import { groupEvidence } from '../../src/archive/evidence/group-evidence.ts'
import { indicatorsOfChain } from '../../src/archive/evidence/indicators-of-chain.ts'
import { indexRun } from '../../src/platform/run/run-index.ts'
import { makeRun } from '../fixture/make-assessment.ts'
import { specs } from '../fixture/schools.ts'
import { needOf } from './need-of.ts'

describe('the indicators whose papers stand behind a figure', () => {
  const index = indexRun(makeRun(6).assessment)
  const [one, other] = specs
  const [first, second] = index.assessment.subjects.filter(({ unit }) => unit !== undefined)
  if (one === undefined || other === undefined || first === undefined || second === undefined) throw new Error('empty')

  it('are its own first, then those below at its unit; what is measured elsewhere stands apart', () => {
    const below = [
      `${one.id}_top@${first.id}`,
      `${other.id}@${first.id}`,
      'teacher_exchange@county',
      `${one.id}_cv@小学`,
    ]
    const above = [`${one.id}_cv@小学`, `${other.id}_cv@小学`]
    const found = indicatorsOfChain(index, `${one.id}@${first.id}`, { below, above })
    expect(found.unit).toBe(first.unit)
    // A numerator is no indicator, and has no papers of its own.
    expect(found.ofUnit).toEqual([one.id, other.id])
    expect(found.elsewhere).toContain(`${one.id}_cv`)
    expect(found.above).toEqual([`${other.id}_cv`])
  })

  it('of a figure of the county are all below it, wherever they are measured', () => {
    const below = [`${one.id}@${first.id}`, `${other.id}@${second.id}`]
    const found = indicatorsOfChain(index, `${one.id}_cv@小学`, { below, above: [] })
    expect(found).toEqual({ unit: undefined, ofUnit: [`${one.id}_cv`], elsewhere: [one.id, other.id], above: [] })
  })
})

describe('papers of a chain', () => {
  const answer = (indicator: string, needs: number, listed: number): IndicatorEvidence => ({
    catalogue: 'c',
    needs: Array.from({ length: listed }, (_, at) =>
      needOf(`${indicator}${at}`, { indicator, indicator_title: indicator }),
    ),
    items: [{ indicator, needed: needs, listed }],
  })

  it('stand under their indicator, each once, with how many are not listed', () => {
    const groups = groupEvidence([answer('a', 9, 2), undefined, answer('a', 3, 3), answer('b', 1, 1)])
    expect(groups.map(({ title, needs, unlisted }) => [title, needs.length, unlisted])).toEqual([
      ['a', 2, 7],
      ['b', 1, 0],
    ])
  })

  it('are none without a catalogue', () => {
    expect(groupEvidence([{ needs: [], items: [] }])).toEqual([])
  })
})
