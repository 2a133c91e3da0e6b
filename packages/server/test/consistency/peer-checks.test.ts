import { checkCountyInSteps, evaluationOf, peerChecks } from '@eduduty/core/consistency'
import { expect, test } from 'vitest'
import type { CheckedPlaces } from '../../src/collection/checks/checked-places.ts'
import { presentFindings } from '../../src/collection/checks/present-finding.ts'
import { loadTaskPack } from '../collection/tasks/task-pack-of.ts'
import { cleanCounty } from './clean-county.ts'
import { plantErrors } from './plant-errors.ts'
import { readCounty } from './read-county.ts'

const YEAR = 2025
const nowhere: CheckedPlaces = {
  townships: new Map(),
  tasks: new Set(),
  taskOf: () => undefined,
  isElsewhere: () => false,
}

test('what comparisons among units find has a check to be asked for, with a title, as what rules find', async () => {
  const pack = await loadTaskPack()
  const county = cleanCounty(30, 3)
  const planted = plantErrors(county, 3, 0.4)
  const [first = {}, second = {}, ...others] = planted.forms
  // The second school's form with every figure of the first one's.
  const own = Object.entries(second).filter(([column]) => column.startsWith('school_'))
  const copied = { ...first, ...Object.fromEntries(own) }
  const { rows } = readCounty(pack.pack, [
    { register: 'school_roster', year: YEAR, rows: county.schools.map(({ roster }) => roster) },
    { register: 'school_form', year: YEAR - 1, rows: planted.before },
    { register: 'school_form', year: YEAR, rows: [first, copied, ...others] },
  ])
  const steps = checkCountyInSteps(evaluationOf({ plan: pack.plan(), year: YEAR, rows }))
  const findings = [...steps].flatMap((step) => step.findings)
  const told = presentFindings({ pack, places: nowhere, submissions: 30, findings })
  const outliers = told.filter(({ check }) => check === peerChecks.outlier.check)
  expect(outliers.length).toBeGreaterThan(0)
  expect(outliers[0]).toMatchObject({ check_title: '与同类单位或上年相差过大', kind: '离群', level: 'soft' })
  const repeated = told.find(({ check }) => check === peerChecks.repeated_form.check)
  expect(repeated).toMatchObject({ check_title: '与其他单位或上年的表相同', kind: '离群' })
  expect(told.filter(({ check, check_title }) => check === '' || check_title === '')).toEqual([])
})
