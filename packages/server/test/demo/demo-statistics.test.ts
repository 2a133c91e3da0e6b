import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { getSchool } from '../../src/demo/county.ts'
import { statisticsFaults } from '../../src/demo/statistics/statistics-faults.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

interface Difference {
  readonly state: string
  readonly register: string
  readonly column: string
  readonly unit: string
  readonly by?: string
}

const root = temporaryFolder()
let view: { readonly schools: readonly unknown[]; readonly differences: readonly Difference[] }
let code = -1

beforeAll(async () => {
  expect((await runInProcess(root, ['demo', '--statistics', '--out', '县'])).code).toBe(0)
  const place = join('县', '2025')
  const answer = await runInProcess(root, ['statistics', place, '--json'])
  code = answer.code
  view = JSON.parse(answer.out)
})

const differing = () =>
  view.differences
    .filter(({ state }) => state === 'differs')
    .map(({ register, column, unit, by }) => [register, unit, column, by])
    .toSorted()

describe('the statistics of the demo county', () => {
  it('agree with the forms but for what is planted', () => {
    const planted = statisticsFaults.flatMap(({ school, differs }) =>
      Object.entries(differs).map(([column, by]) => ['school_form', getSchool(school).code, column, by]),
    )
    // S04: the form of this school counts fewer teachers than have a degree.
    const fewer = getSchool('柳林镇中心小学').code
    const teachers = differing().filter(([, unit]) => unit === fewer)
    expect(teachers.map(([register, , column]) => [register, column])).toEqual([
      ['school_form', 'teachers'],
      ['school_stage_form', 'teachers'],
    ])
    expect(differing().filter(([, unit]) => unit !== fewer)).toEqual(planted.toSorted())
    expect(code).toBe(1)
  })

  it('give what the forms lack, for dozens of schools', () => {
    expect(view.schools.length).toBeGreaterThan(30)
    const given = view.differences.filter(({ state }) => state === 'only_statistics')
    // R01 refuses what is no number, S03 withholds a workbook, S09 leaves the pupils of the upper grades out.
    expect(given.map(({ unit }) => unit)).toEqual(
      expect.arrayContaining([
        getSchool('石桥镇初级中学').code,
        getSchool('南山乡初级中学').code,
        getSchool('柳林镇第二中学').code,
      ]),
    )
  })
})
