import { areaPath } from '@eduduty/core/organizations'
import { expect, it } from 'vitest'
import { copyLastYear } from '../../../src/collection/derive/copy-last-year.ts'
import { readCellStory } from '../../../src/collection/entry/read-cell-story.ts'
import { saveCells } from '../../../src/collection/entry/save-cells.ts'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import type { TaskKey } from '../../../src/collection/tasks/task-row.ts'
import type { Ctx } from '../../../src/platform/ctx.ts'
import { testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { as, type CollectingCounty, loadPack, openCollecting } from './collecting-county.ts'

let serial = 930

onBothEngines((database) => {
  const begin = async (): Promise<{ open: CollectingCounty; before: TaskKey }> => {
    serial += 1
    const open = await openCollecting(database(), `990${serial}`)
    const loaded = await loadPack()
    const plan = { register: 'school_form', unit_ids: ['S2199000001'], has_first_review: false }
    const body = { title: '2024年补录', pack_id: loaded.pack.pack.id, year: 2024, plans: [plan] }
    const dates = { opens_on: '2026-11-01', closes_on: '2026-11-30' }
    const who = { name: '督导', scope: areaPath(open.county), verb: 'collection.plan' } as const
    const opened = await as(database(), who, (ctx) => openPeriod(ctx, open.county, { ...body, ...dates }, loaded))
    const [task] = await database().run<{ task_id: string }>(
      'select task_id from collection_tasks where county_code = $1 and period_id = $2',
      [open.county, opened.period_id],
    )
    return { open, before: { county: open.county, taskId: task?.task_id ?? '' } }
  }
  const clerk = <T>(open: CollectingCounty, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    as(database(), { name: '叶晴川', scope: open.school, verb: 'collection.fill' }, work)
  const copy = (open: CollectingCounty, column: string) =>
    clerk(open, (ctx) => copyLastYear(ctx, open.key, { row_no: 0, column, from: '' }, testKeyring()))

  it('a cell takes what the school reported last year, and its history says that it was copied', async () => {
    const { open, before } = await begin()
    const edits = [{ row_no: 0, column: 'founded_year', from: '', to: '1958' }]
    await clerk(open, (ctx) => saveCells(ctx, before, { edits }, { keyring: testKeyring(), way: 'page' }))
    const { results } = await copy(open, 'founded_year')
    expect(results).toMatchObject([{ state: 'saved', text: '1958' }])
    const rowNo = results[0]?.row_no ?? 0
    const { changes } = await clerk(open, (ctx) =>
      readCellStory(ctx, { ...open.key, rowNo, column: 'founded_year' }, testKeyring()),
    )
    expect(changes).toMatchObject([{ old_text: '', new_text: '1958', way: '上年复制', by: '叶晴川' }])
  })

  it('says so where there is nothing of last year', async () => {
    const { open } = await begin()
    await expect(copy(open, 'founded_year')).rejects.toMatchObject({ code: 'collection.last_year_none' })
  })
})
