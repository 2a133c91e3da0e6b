import { checkCounty, checkCountyInSteps, evaluationOf, outlierFindings } from '@eduduty/core/consistency'
import { neededRegisters, planPack } from '@eduduty/core/evaluation'
import { expect, test } from 'vitest'
import { readPackFolder } from '../packs-content/read-pack-folder.ts'
import { cleanCounty } from './clean-county.ts'
import { plantErrors } from './plant-errors.ts'
import { readCounty } from './read-county.ts'

const YEAR = 2025
const pack = readPackFolder('quality-balance-2017')
const plan = planPack(pack)

test('in steps a county is told the same as at once, and each step says how far it is', () => {
  const county = cleanCounty(30, 3)
  const planted = plantErrors(county, 3, 0.4)
  const { rows } = readCounty(pack, [
    { register: 'school_roster', year: YEAR, rows: county.schools.map(({ roster }) => roster) },
    { register: 'school_form', year: YEAR - 1, rows: planted.before },
    { register: 'school_form', year: YEAR, rows: planted.forms },
  ])
  const input = { plan, year: YEAR, rows }
  const steps = [...checkCountyInSteps(evaluationOf(input))]
  const found = steps.flatMap(({ findings }) => findings)
  expect(found).toEqual([...checkCounty(input), ...outlierFindings(evaluationOf(input))])
  expect(found.length).toBeGreaterThan(5)
  expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).toSorted((a, b) => a - b))
  expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total)
})

test('what indicators read and what a veto hangs on is collected without being asked for', () => {
  const needed = neededRegisters(plan)
  for (const register of ['school_roster', 'school_form', 'county_form', 'county_vetoes'])
    expect(needed).toContain(register)
})
