import { registerShape } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { loadTaskPack } from '../collection/tasks/task-pack-of.ts'

const shapesOf = async (id: string) => {
  const { pack } = await loadTaskPack(id)
  return new Map(pack.registers.map((register) => [register.id, registerShape(pack, register)]))
}

test('what a unit reports of itself is a form, what an office reports of all units a list, all else a roster', async () => {
  const balance = await shapesOf('quality-balance-2017')
  for (const form of ['school_form', 'school_supplement', 'county_form', 'county_basics'])
    expect([form, balance.get(form)]).toEqual([form, 'form'])
  expect(balance.get('school_roster')).toBe('list_of_units')
  expect(balance.get('school_stage_form')).toBe('roster')
  const duty = await shapesOf('duty-registers')
  for (const form of ['township_basics', 'adult_education', 'informatization', 'county_finance'])
    expect([form, duty.get(form)]).toEqual([form, 'form'])
  for (const list of ['kindergartens', 'school_allocation'])
    expect([list, duty.get(list)]).toEqual([list, 'list_of_units'])
  for (const roster of ['pupil_roster', 'class_roster', 'aid_summary', 'special_funds', 'training'])
    expect([roster, duty.get(roster)]).toEqual([roster, 'roster'])
})
