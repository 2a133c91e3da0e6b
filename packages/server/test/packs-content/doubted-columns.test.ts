import { planPack } from '@eduduty/core/evaluation'
import { ruleOf } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { evaluateRows } from './evaluate-rows.ts'
import { readPackFolder } from './read-pack-folder.ts'
import { soundCounty } from './sound-county.ts'

const pack = readPackFolder('quality-balance-2017')

test('a failed mandatory check doubts every number of the row that its rule compares', () => {
  const lacking = (pack.checks ?? []).flatMap((check) => {
    const columns = pack.registers.find(({ id }) => id === check.register)?.columns ?? []
    if (check.severity !== '强制') return []
    const read = columns.filter(
      ({ id, type }) =>
        (type === 'integer' || type === 'number') && new RegExp(`(?<![\\w.])${id}(?!\\w)`).test(ruleOf(check)),
    )
    return read.filter(({ id }) => !(check.columns ?? []).includes(id)).map(({ id }) => `${check.id} ${id}`)
  })
  expect(lacking).toEqual([])
})

test('figures on the parts of a sum that does not agree are in doubt, not only those on its total', () => {
  const forms = (soundCounty.school_form ?? []).map((row, index) =>
    index === 0 ? { ...row, primary_bachelor: 99 } : row,
  )
  const county = evaluateRows(planPack(pack), { 2024: { ...soundCounty, school_form: forms } })
  expect(county.figure('qualified_teachers', '2199000001/小学')?.status).toBe('doubtful')
  expect(county.figure('qualified_teachers', '2199000003/小学')?.status).toBe('known')
})
