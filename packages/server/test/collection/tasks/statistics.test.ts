import type { StatisticsComparison } from '@eduduty/core/collection'
import { areaPath } from '@eduduty/core/organizations'
import { beforeEach, expect, it } from 'vitest'
import { drawStatistics } from '../../../../core/test/statistics/draw-statistics.ts'
import { addRows } from '../../../src/collection/entry/change-rows.ts'
import { readCellStory } from '../../../src/collection/entry/read-cell-story.ts'
import { saveCells } from '../../../src/collection/entry/save-cells.ts'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import { compareTaskStatistics } from '../../../src/collection/statistics/compare-task.ts'
import { takeStatistics } from '../../../src/collection/statistics/take-statistics.ts'
import { getTask } from '../../../src/collection/tasks/get-task.ts'
import { listUploads } from '../../../src/collection/tasks/list-uploads.ts'
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
  let byStage: TaskKey
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    const loaded = await loadPack()
    const plans = [
      { register: 'school_form', unit_ids: ['S2199000001'], has_first_review: false },
      { register: 'school_stage_form', unit_ids: ['S2199000001'], has_first_review: false },
    ]
    const dates = { opens_on: '2026-11-01', closes_on: '2026-11-30' }
    const opened = await as(
      database(),
      { name: '督导', scope: areaPath(open.county), verb: 'collection.plan' },
      (ctx) =>
        openPeriod(
          ctx,
          open.county,
          { title: '2021年补录', pack_id: loaded.pack.pack.id, year: 2021, ...dates, plans },
          loaded,
        ),
    )
    const tasks = await database().run<{ task_id: string; register: string }>(
      'select task_id, register from collection_tasks where county_code = $1 and period_id = $2',
      [open.county, opened.period_id],
    )
    const keyOf = (wanted: string): TaskKey => ({
      county: open.county,
      taskId: tasks.find(({ register }) => register === wanted)?.task_id ?? '',
    })
    of2021 = keyOf('school_form')
    byStage = keyOf('school_stage_form')
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
  const take = async (key: TaskKey, items: StatisticsComparison['items'], school = primarySchool) =>
    takeStatistics(
      testDoor(database(), () => today),
      clerk(),
      key,
      {
        name: '教基.xlsx',
        content: Buffer.from(await workbook(school)).toString('base64'),
        cells: items.map(({ row_no, row_title, column, filled, statistics }) => ({
          row_no,
          row_title,
          column,
          from: filled,
          to: statistics,
        })),
      },
      testKeyring(),
    )
  const story = (key: TaskKey, rowNo: number, column: string) =>
    as(database(), { name: '叶晴川', scope: open.school, verb: 'collection.fill' }, (ctx) =>
      readCellStory(ctx, { ...key, rowNo, column }, testKeyring()),
    )
  const uploadsOf = (key: TaskKey) =>
    testDoor(database(), () => today).read(clerk(), async (ctx) => listUploads(ctx, await getTask(ctx, key)))
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
    // What only stands in for a blank is no longer compared once it is filled.
    const compared = items.map(({ column }) => column).filter((column) => column !== 'gym_area')
    expect(after.items.map(({ column }) => column)).toEqual(compared)
    expect(after.items.every(({ state }) => state === 'equal')).toBe(true)
  })

  it('takes all figures at once: each cell says the workbook, the sheet and the cell, and the workbook is kept', async () => {
    await type([{ column: 'teachers', from: '', to: '约六十' }])
    const { items } = await compare(of2021)
    expect(items.find(({ column }) => column === 'teachers')).toMatchObject({ state: 'blank', filled: '约六十' })
    const { results } = await take(of2021, items)
    expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['saved']))
    const after = await compare(of2021)
    expect(after.items.every(({ state }) => state === 'equal')).toBe(true)
    const rowNo = after.items[0]?.row_no ?? 0
    expect((await story(of2021, rowNo, 'teachers')).changes[0]).toMatchObject({
      old_text: '约六十',
      new_text: '66',
      way: '采用教基报表',
      file: '教基.xlsx',
      place: '教基4155 C6',
    })
    expect(await uploadsOf(of2021)).toMatchObject([{ way: 'statistics', status: 'taken', cells_changed: items.length }])
  })

  it('takes nothing when the workbook says something else than the person saw', async () => {
    const { items } = await compare(of2021)
    const seen = items.map((item) => (item.column === 'teachers' ? { ...item, statistics: '65' } : item))
    await expect(take(of2021, seen)).rejects.toMatchObject({ code: 'collection.statistics_changed' })
    expect((await compare(of2021)).items.every(({ state }) => state === 'blank')).toBe(true)
  })

  it('gives a table by stage the rows that it lacks', async () => {
    const school = { ...nineYearSchool, code: primarySchool.code, name: primarySchool.name }
    const { items } = await compare(byStage, school)
    expect(new Set(items.map(({ row_title }) => row_title))).toEqual(new Set(['小学', '初中']))
    const { results } = await take(byStage, items, school)
    expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['saved']))
    const after = await compare(byStage, school)
    expect(after.items.every(({ state, row_no }) => state === 'equal' && row_no > 0)).toBe(true)
    expect(after.items.find((one) => one.row_title === '初中' && one.column === 'teachers')?.filled).toBe('48')
    expect(await uploadsOf(byStage)).toMatchObject([
      { rows_taken: 2, cells_changed: items.length, says: `从教育事业统计采用 ${items.length} 格` },
    ])
  })

  it('writes a figure into the row of its stage, whatever number the page sends', async () => {
    const school = { ...nineYearSchool, code: primarySchool.code, name: primarySchool.name }
    const { items } = await compare(byStage, school)
    await take(
      byStage,
      items.filter(({ column }) => column !== 'teachers'),
      school,
    )
    const teachers = (await compare(byStage, school)).items.filter(({ column }) => column === 'teachers')
    const [first, second] = teachers.map(({ row_no }) => row_no)
    expect(first).not.toBe(second)
    const mixed = teachers.map((item) => ({ ...item, row_no: (item.row_no === first ? second : first) ?? 0 }))
    await take(byStage, mixed, school)
    const after = (await compare(byStage, school)).items.filter(({ column }) => column === 'teachers')
    expect(after.map(({ filled }) => filled)).toEqual(teachers.map(({ statistics }) => statistics))
  })

  it('takes nothing into a stage that stands in the table twice, and says so', async () => {
    const school = { ...nineYearSchool, code: primarySchool.code, name: primarySchool.name }
    await take(byStage, (await compare(byStage, school)).items, school)
    const clerkFills = { name: '叶晴川', scope: open.school, verb: 'collection.fill' } as const
    await as(database(), clerkFills, async (ctx) => {
      const [row = 0] = await addRows(ctx, byStage, 1)
      const edits = [{ row_no: row, column: 'stage', from: '', to: '小学' }]
      await saveCells(ctx, byStage, { edits }, { keyring: testKeyring(), way: 'page' })
    })
    const { items, notes } = await compare(byStage, school)
    const primary = items.filter(({ row_title }) => row_title === '小学')
    expect(primary.length).toBeGreaterThan(0)
    expect(primary.every(({ is_open, state }) => !is_open && state === 'equal')).toBe(true)
    expect(items.some(({ row_title, is_open }) => row_title === '初中' && is_open)).toBe(true)
    expect(notes[0]).toBe('表里“小学”不止一行，只比对第一行，不能采用：请先删去多余的行')
  })

  it('compares a later year by the newest earlier layout, and says that nobody has checked it', async () => {
    const { year, caution, items } = await compare(open.key, { ...primarySchool, year: 2025 })
    expect(year).toBe(2025)
    expect(caution).toContain('没有对照2025年的报表制度核对过')
    expect(items.find(({ column }) => column === 'primary_pupils')?.statistics).toBe('1198')
    expect((await compare(of2021)).caution).toBeUndefined()
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
