import { areaPath } from '@eduduty/core/organizations'
import { expect, it } from 'vitest'
import { addRows } from '../../../src/collection/entry/change-rows.ts'
import { saveAndCheck } from '../../../src/collection/entry/save-and-check.ts'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import type { TaskKey } from '../../../src/collection/tasks/task-row.ts'
import type { Ctx } from '../../../src/platform/ctx.ts'
import { testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { as, loadPack, openCollecting } from './collecting-county.ts'

onBothEngines((database, engine) => {
  it('a figure of a table that the period does not collect is told with where it comes from', async () => {
    const open = await openCollecting(database(), engine === 'embedded' ? '990921' : '990922')
    const loaded = await loadPack()
    const plan = { register: 'school_stage_form', unit_ids: ['S2199000001'], has_first_review: false }
    const body = { title: '秋季分学段采集', pack_id: loaded.pack.pack.id, year: 2025, plans: [plan] }
    const dates = { opens_on: '2026-11-01', closes_on: '2026-11-30' }
    const who = { name: '督导', scope: areaPath(open.county), verb: 'collection.plan' } as const
    const opened = await as(database(), who, (ctx) => openPeriod(ctx, open.county, { ...body, ...dates }, loaded))
    const [task] = await database().run<{ task_id: string }>(
      'select task_id from collection_tasks where county_code = $1 and period_id = $2',
      [open.county, opened.period_id],
    )
    const byStage: TaskKey = { county: open.county, taskId: task?.task_id ?? '' }
    const clerk = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
      as(database(), { name: '叶晴川', scope: open.school, verb: 'collection.fill' }, work)
    const type = (key: TaskKey, row_no: number, cells: Readonly<Record<string, string>>) => {
      const edits = Object.entries(cells).map(([column, to]) => ({ row_no, column, from: '', to }))
      return clerk((ctx) => saveAndCheck(ctx, key, { edits }, testKeyring()))
    }
    const [row = 0] = await clerk((ctx) => addRows(ctx, byStage, 1))
    await type(byStage, row, { stage: '小学', classes: '24' })
    const { findings } = await type(open.key, 0, { school_type: '小学', primary_pupils: '900', classes: '25' })
    const found = findings.find(({ check }) => check === 'stage_classes_single')
    expect(found?.message).toContain('分学段补充表班级数24个')
    expect(found?.advice).toContain('《学校分学段补充表》不在这次上报，用的是“秋季分学段采集”里报的数')
  })
})
