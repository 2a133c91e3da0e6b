import { planPack } from '@eduduty/core/evaluation'
import { expect, test } from 'vitest'
import type { CheckCase } from './check-case.ts'
import { checkCases } from './check-cases.ts'
import { evaluateRows } from './evaluate-rows.ts'
import { readPackFolder } from './read-pack-folder.ts'
import { type Registers, soundCounty } from './sound-county.ts'

const pack = readPackFolder('quality-balance-2017')
const plan = planPack(pack)

const findingsOf = (registers: Registers) =>
  evaluateRows(plan, { 2023: soundCounty, 2024: registers }).frame.findings.filter(
    (finding) => finding.check !== undefined,
  )

function changed([register, row, cells]: CheckCase): Registers {
  const rows = soundCounty[register] ?? []
  const next = rows.map((old, index) =>
    index === row ? Object.fromEntries(Object.entries({ ...old, ...cells }).filter(([, value]) => value !== '')) : old,
  )
  return { ...soundCounty, [register]: next }
}

test('no check speaks about a county in which everything agrees', () => {
  expect(findingsOf(soundCounty).map((finding) => `${finding.check} ${finding.message}`)).toEqual([])
})

test('every check of the pack has a case here', () => {
  expect(Object.keys(checkCases).toSorted()).toEqual((pack.checks ?? []).map((check) => check.id).toSorted())
})

test.each(Object.entries(checkCases))('check %s fires and says what is wrong', (id, change) => {
  const finding = findingsOf(changed(change)).find((candidate) => candidate.check === id)
  expect(finding?.message, `no finding of ${id}`).toBeDefined()
  expect(finding?.message).not.toMatch(/[{}]|undefined/)
  for (const word of change[3]) expect(finding?.message).toContain(word)
})
