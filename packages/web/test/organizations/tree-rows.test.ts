import type { UnitEntry, UnitKind } from '@eduduty/core/organizations'
import { expect, it } from 'vitest'
import { changeRequest } from '../../src/organizations/changes/change-request.ts'
import { selfAndBelow, treeRows } from '../../src/organizations/tree-rows.ts'

function unit(unit_id: string, kind: UnitKind, name: string, parent_id: string | null, path: string): UnitEntry {
  const rest = { code: '', school_type: '', area_code: null, since: '2000-01-01', opened_on: '2000-01-01' }
  return {
    county_code: '990101',
    unit_id,
    kind,
    name,
    initials: '',
    parent_id,
    closed_on: null,
    org_path: path,
    ...rest,
  }
}

const school = unit('S01', 'school', '中心小学', 'T01', '99/9901/990101/T01/S01/')
const units = [
  unit('G', 'government', '县政府', null, '99/9901/990101/'),
  unit('T01', 'township', '石桥镇', 'G', '99/9901/990101/T01/'),
  unit('T02', 'township', '柳林镇', 'G', '99/9901/990101/T02/'),
  { ...school, initials: 'zxxx' },
]
const shown = (filter: Parameters<typeof treeRows>[1]) =>
  treeRows(units, filter).map(({ unit: { name }, depth, passing }) => `${depth}${passing ? '-' : '+'}${name}`)

it('stands each unit below its parent; what does not fit stays only on the way to what does', () => {
  expect(shown({})).toEqual(['0+县政府', '1+石桥镇', '2+中心小学', '1+柳林镇'])
  expect(shown({ kind: 'school' })).toEqual(['0-县政府', '1-石桥镇', '2+中心小学'])
  expect(shown({ q: 'ZXX' })).toEqual(['0-县政府', '1-石桥镇', '2+中心小学'])
  expect(shown({ q: '没有' })).toEqual([])
})

it('a unit whose parent is out of sight stands at the top', () => {
  expect(treeRows([school], {}).map((row) => row.depth)).toEqual([0])
})

it('knows what is below a unit', () => {
  const township = units[1]
  expect(township === undefined ? [] : [...selfAndBelow(units, township)]).toEqual(['T01', 'S01'])
})

it('sends of a form only what was changed', () => {
  const values = { effective_on: '2026-01-01', reason: ' 批复 ', name: '中心小学', code: '2199000001', school_type: '' }
  expect(changeRequest('rename', school, values)).toEqual({
    path: '/organizations/units/990101/S01/rename',
    body: { code: '2199000001', effective_on: '2026-01-01', reason: '批复' },
  })
  expect(changeRequest('merge', school, { ...values, from: ['S01', 'S02'], into: 'S02' })).toMatchObject({
    path: '/organizations/units/990101/S02/merge',
    body: { from: ['S01'] },
  })
})
