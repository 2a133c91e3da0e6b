import type { Check } from '@eduduty/core/packs'
import { expect, it } from 'vitest'
import { registersBeside } from '../../../src/collection/entry/run-task-checks.ts'
import { makeTaskPack } from '../../../src/collection/packs/task-pack.ts'
import { loadPack } from './collecting-county.ts'

/** Registers of a pack that stand beside one of them, with one more rule where it is given. */
async function beside(packId: string, register: string, rule?: string): Promise<readonly string[]> {
  const { pack, hash } = await loadPack(packId)
  const check: Check = { id: 'added', title: '试', severity: '核实', register, rule: rule ?? '真', message: '试' }
  const task = makeTaskPack({ ...pack, checks: [...(pack.checks ?? []), check] }, hash)
  return pack.registers.filter(registersBeside(task, register)).map(({ id }) => id)
}

it('are all of the pack where a rule reads a level, as where it reads a value or whether something is met', async () => {
  const { pack } = await loadPack('preschool-2020')
  const all = pack.registers.map(({ id }) => id)
  expect(await beside('preschool-2020', 'preschool_items')).toEqual(['preschool_items'])
  for (const rule of ['布局规划.等级 = "合格"', '布局规划.达标', '普及普惠水平.达标'])
    expect(await beside('preschool-2020', 'preschool_items', rule), rule).toEqual(all)
})

it('are those that rules on a table read, and those that such rules stand in', async () => {
  expect(await beside('duty-registers', 'school_stage_form')).toEqual([
    'school_stage_form',
    'staff_roster',
    'class_roster',
  ])
  // A rule of the stages compares them with the county's own table.
  expect(await beside('duty-registers', 'county_finance')).toEqual(['county_form', 'county_finance', 'stage_finance'])
})
