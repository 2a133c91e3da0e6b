import { areaPath } from '@eduduty/core/organizations'
import { beforeEach, expect, it } from 'vitest'
import { remindUnits } from '../../../src/collection/progress/remind-units.ts'
import { approveFirst } from '../../../src/collection/review/approve-task.ts'
import { getTask } from '../../../src/collection/tasks/get-task.ts'
import { moveUnit } from '../../../src/organizations/index.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { inCounty } from '../../organizations/county-of-units.ts'
import { as, openCollecting } from './collecting-county.ts'
import { type Desk, deskOf } from './desk.ts'

let serial = 900

onBothEngines((database) => {
  let desk: Desk
  let open: Awaited<ReturnType<typeof openCollecting>>
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    desk = deskOf(database(), open)
  })

  it('takes a school’s tasks and their history along to its new township, unchanged', async () => {
    await desk.plan((ctx) => remindUnits(ctx, { county: open.county, periodId: open.periodId }, { unit_ids: [] }))
    await desk.typeAll()
    await desk.submit()
    const history = () =>
      database().run(
        `select action, actor_name, occurred_at, reason, says from collection_task_events
         where county_code = $1 and task_id = $2 order by event_no`,
        [open.county, open.key.taskId],
      )
    const before = await history()
    await inCounty(database(), open.county, (ctx) =>
      moveUnit(ctx, {
        county: open.county,
        unitId: 'S2199000001',
        parentId: 'T02',
        on: '2026-11-25',
        reason: '区划调整',
      }),
    )
    expect(await history()).toEqual(before)
    const root = areaPath(open.county)
    const tables = await database().run<{ table_name: string }>(
      `select c.table_name from information_schema.columns c
       where c.table_schema = 'public' and c.column_name = 'org_path'
         and (c.table_name like 'collection\\_%' or c.table_name like 'r\\_%')`,
    )
    expect(tables.length).toBeGreaterThan(12)
    for (const { table_name } of tables) {
      const left = await database().run(`select 1 from ${table_name} where org_path = $1`, [open.school])
      expect(left, table_name).toEqual([])
    }
    const look = (township: string) =>
      as(database(), { name: '专干', scope: `${root}${township}/`, verb: 'collection.review_first' }, (ctx) =>
        getTask(ctx, open.key),
      )
    await expect(look('T01')).rejects.toMatchObject({ code: 'collection.task_not_found' })
    expect((await look('T02')).row.state).toBe('submitted')
    const { row } = await as(
      database(),
      { name: '柳林专干', scope: `${root}T02/`, verb: 'collection.review_first' },
      (ctx) => approveFirst(ctx, open.key, ''),
    )
    expect(row.state).toBe('first_reviewed')
  })
})
