import type { StatisticsComparison } from '@eduduty/core/collection'
import { areaPath } from '@eduduty/core/organizations'
import { beforeEach, expect, it } from 'vitest'
import { drawStatistics } from '../../../../core/test/statistics/draw-statistics.ts'
import { saveCells } from '../../../src/collection/entry/save-cells.ts'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import { compareTaskStatistics } from '../../../src/collection/statistics/compare-task.ts'
import type { TaskKey } from '../../../src/collection/tasks/task-row.ts'
import type { Caller } from '../../../src/platform/ctx.ts'
import { personAt, testDoor, testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { nineYearSchool, primarySchool } from '../../statistics/county-folder.ts'
import { xlsxOf } from '../../statistics/drawn-files.ts'
import { as, type CollectingCounty, loadPack, openCollecting, today } from './collecting-county.ts'

let serial = 960

onBothEngines((database) => {
  let open: CollectingCounty
  let of2021: TaskKey
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    const loaded = await loadPack()
    const plan = { register: 'school_form', unit_ids: ['S2199000001'], has_first_review: false }
    const dates = { opens_on: '2026-11-01', closes_on: '2026-11-30' }
    const opened = await as(
      database(),
      { name: '督导', scope: areaPath(open.county), verb: 'collection.plan' },
      (ctx) =>
        openPeriod(
          ctx,
          open.county,
          { title: '2021年补录', pack_id: loaded.pack.pack.id, year: 2021, ...dates, plans: [plan] },
          loaded,
        ),
    )
    const [task] = await database().run<{ task_id: string }>(
      'select task_id from collection_tasks where county_code = $1 and period_id = $2',
      [open.county, opened.period_id],
    )
    of2021 = { county: open.county, taskId: task?.task_id ?? '' }
  })
  const clerk = (): Caller => ({
    actor: personAt(open.school, '叶晴川'),
    verb: 'collection.fill',
    scopes: [open.school],
    purpose: '测试',
    origin: { requestId: 't', address: '127.0.0.1' },
  })
  const workbook = (school: typeof primarySchool) => xlsxOf(drawStatistics(school).map((pad) => pad.draw()))
  const compare = async (key: TaskKey, school = primarySchool): Promise<StatisticsComparison> =>
    compareTaskStatistics(
      testDoor(database(), () => today),
      clerk(),
      key,
      { name: '教基.xlsx', bytes: await workbook(school) },
    )
  const type = (edits: readonly { column: string; from: string; to: string }[]) =>
    as(database(), { name: '叶晴川', scope: open.school, verb: 'collection.fill' }, (ctx) =>
      saveCells(
        ctx,
        of2021,
        { edits: edits.map((edit) => ({ row_no: 0, ...edit })) },
        { keyring: testKeyring(), way: 'page' },
      ),
    )

  it('lists what differs and what is blank with the cell it comes from; taken over, all agrees', async () => {
    await type([{ column: 'primary_pupils', from: '', to: '1200' }])
    const { year, items } = await compare(of2021)
    expect(year).toBe(2021)
    expect(items.find(({ column }) => column === 'primary_pupils')).toMatchObject({
      state: 'differs',
      filled: '1200',
      statistics: '1198',
      difference: '2',
      unit: '人',
      source: expect.stringContaining('教基3112 I6'),
    })
    expect(items.find(({ column }) => column === 'teachers')).toMatchObject({
      state: 'blank',
      filled: '',
      statistics: '66',
    })
    await type(items.map(({ column, filled, statistics }) => ({ column, from: filled, to: statistics })))
    const after = await compare(of2021)
    expect(after.items.map(({ column }) => column)).toEqual(items.map(({ column }) => column))
    expect(after.items.every(({ state }) => state === 'equal')).toBe(true)
  })

  it('says why there is nothing to compare: another year, another school', async () => {
    await expect(compare(open.key)).rejects.toMatchObject({
      code: 'collection.statistics_none',
      message: expect.stringContaining('2021年的，这张填报表是2025年的'),
    })
    await expect(compare(of2021, nineYearSchool)).rejects.toMatchObject({
      message: expect.stringContaining('别的学校的统计表'),
    })
  })
})
