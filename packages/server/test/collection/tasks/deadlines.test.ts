import { beforeEach, expect, it } from 'vitest'
import { closePeriod } from '../../../src/collection/periods/close-period.ts'
import { extendTasks } from '../../../src/collection/periods/extend-tasks.ts'
import { requestException } from '../../../src/collection/review/request-exception.ts'
import { readTask } from '../../../src/collection/tasks/read-task.ts'
import { testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { openCollecting } from './collecting-county.ts'
import { clerk, type Desk, deskOf } from './desk.ts'

let serial = 500
const edit = { row_no: 0, column: 'teachers', from: '', to: '32' }

onBothEngines((database) => {
  let desk: Desk
  let open: Awaited<ReturnType<typeof openCollecting>>
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    desk = deskOf(database(), open)
  })
  const period = () => ({ county: open.county, periodId: open.periodId })
  const close = () => desk.plan((ctx) => closePeriod(ctx, period(), '数据已齐'))
  const extend = (closes_on: string, task_ids = [open.key.taskId]) =>
    desk.plan((ctx) => extendTasks(ctx, period(), { task_ids, closes_on, reason: '学校停电' }))
  const nothingStored = async () => {
    const [counts] = await database().run(
      `select (select count(*) from collection_submissions where county_code = $1 and task_id is not null) as submissions,
         (select count(*) from collection_cell_changes where county_code = $1) as changes`,
      [open.county],
    )
    expect(counts).toEqual({ submissions: 0, changes: 0 })
  }

  it('end at midnight in China: the last second is in time, the next one is not and stores nothing', async () => {
    await expect(desk.type([edit], clerk, new Date('2026-10-31T15:59:59Z'))).rejects.toMatchObject({
      code: 'collection.not_yet_open',
    })
    await expect(desk.type([edit], clerk, new Date('2026-11-30T16:00:00Z'))).rejects.toMatchObject({
      code: 'collection.past_due',
      advice: expect.stringContaining('仍在填报页上'),
    })
    await nothingStored()
    const { results } = await desk.type([edit], clerk, new Date('2026-11-30T15:59:59Z'))
    expect(results).toMatchObject([{ state: 'saved' }])
  })

  it('of a period closed a second ago refuse what was typed, store nothing of it, and say where it still is', async () => {
    expect(await close()).toMatchObject({ status: 'closed' })
    await expect(desk.type([edit])).rejects.toMatchObject({
      code: 'collection.period_closed',
      advice: expect.stringContaining('仍在填报页上'),
    })
    await nothingStored()
    const detail = await desk.fill((ctx) =>
      readTask(ctx, { ...open.key, from: 0, size: 10 }, { grants: [], keyring: testKeyring() }),
    )
    expect(detail).toMatchObject({ is_locked: true, lock_why: expect.stringContaining('申请延期') })
  })

  it('are extended for one school after the period closed, and for no other', async () => {
    await close()
    await desk.fill((ctx) => requestException(ctx, open.key, { kind: 'extension', reason: '停电三天' }))
    expect(await extend('2026-12-05')).toBe(1)
    const { task } = await desk.type([edit], clerk, new Date('2026-12-05T04:00:00Z'))
    expect(task).toMatchObject({ closes_on: '2026-12-05', due_on: '2026-12-05' })
    expect(await desk.requests()).toMatchObject([{ kind: 'extension', status: 'granted' }])
    const others = await database().run(
      'select distinct closes_on::text, is_closed from collection_tasks where county_code = $1 and task_id <> $2',
      [open.county, open.key.taskId],
    )
    expect(others).toEqual([{ closes_on: '2026-11-30', is_closed: true }])
  })

  it('are not moved into the past, nor for a list with a task that is not of the period', async () => {
    await expect(extend('2026-11-24')).rejects.toMatchObject({ code: 'collection.due_past' })
    await expect(extend('2026-12-05', [open.key.taskId, 'nothing'])).rejects.toMatchObject({
      code: 'collection.task_not_found',
    })
    const [task] = await database().run('select closes_on::text from collection_tasks where task_id = $1', [
      open.key.taskId,
    ])
    expect(task).toEqual({ closes_on: '2026-11-30' })
  })
})
