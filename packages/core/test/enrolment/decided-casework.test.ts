import { readdirSync, readFileSync } from 'node:fs'
import { type DecidedLimit, decidedCasework, isUnsourced, undecidedLimits } from '@eduduty/core/enrolment'
import { type Pack, parsePack } from '@eduduty/core/packs'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../../../packs/dropout-control/', import.meta.url)

function shipped() {
  const files = readdirSync(folder).map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
  const pack: Partial<Pack> = parsePack(files).pack ?? {}
  const [casework] = pack.casework ?? []
  if (casework === undefined) throw new Error('the shipped pack has no casework')
  const used = new Set(casework.states.map(({ clock }) => clock))
  return { casework, clocks: (pack.clocks ?? []).filter(({ id }) => used.has(id)) }
}

const decided = (amount: number, unit: DecidedLimit['unit']): DecidedLimit => ({
  amount,
  unit,
  document: '某县办法',
  dated_on: '2026-01-05',
  by: '某某',
  on: '2026-02-01',
})

describe('limits without a source', () => {
  it('hold for nobody until a county has decided them, though every open state keeps its owner and its time limit', () => {
    const { casework, clocks } = decidedCasework(shipped(), new Map())
    const open = casework.states.filter(({ ends }) => ends !== true)
    expect(open).not.toEqual([])
    for (const { owner, clock } of open) {
      expect(owner).toBeDefined()
      const rule = clocks.find(({ id }) => id === clock)
      expect(rule).toMatchObject({ id: clock })
      expect(rule).not.toHaveProperty('length')
    }
    expect(casework.steps.filter((step) => step.at_least !== undefined)).toEqual([])
    expect([casework.relapse, casework.retention]).toEqual([undefined, undefined])
    expect(clocks.every(({ ladder, remind }) => ladder.length + remind.length > 0)).toBe(true)
  })

  it('are the numbers of the county afterwards, each alone, and then have a source', () => {
    const own = new Map([
      ['clock.stability', decided(60, '自然日')],
      ['times.report.persuasions', decided(3, '次')],
      ['retention', decided(12, '年')],
    ])
    const { casework, clocks } = decidedCasework(shipped(), own)
    const stability = clocks.find(({ id }) => id === 'stability')
    expect(stability).toMatchObject({ length: { amount: 60, unit: '自然日' }, basis: { document: '某县办法' } })
    expect(clocks.filter(({ length }) => length !== undefined)).toEqual([stability])
    expect(casework.steps.filter((step) => step.at_least !== undefined)).toMatchObject([
      { id: 'report', at_least: { persuasions: 3 } },
    ])
    expect(casework.retention).toMatchObject({ years: 12, verified: { grade: 'C' } })
    expect(casework.relapse).toBeUndefined()
    expect(undecidedLimits({ casework, clocks }).map(({ id }) => id)).not.toContain('clock.stability')
  })

  it('are left alone where a source says them, whatever a county has decided', () => {
    const { casework, clocks } = shipped()
    const sourced = clocks.map((rule) => ({ ...rule, verified: { grade: 'B' as const } }))
    const own = new Map([['clock.stability', decided(60, '自然日')]])
    expect(sourced.some(isUnsourced)).toBe(false)
    expect(decidedCasework({ casework, clocks: sourced }, own).clocks).toEqual(sourced)
    expect(undecidedLimits({ casework, clocks: sourced }).filter(({ kind }) => kind === 'stage')).toEqual([])
  })
})
