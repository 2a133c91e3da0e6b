import { type AuditAction, auditActions } from '@eduduty/core/audit'
import type { RequestKind } from '@eduduty/core/collection'
import { beforeEach, expect, it } from 'vitest'
import { extendTasks } from '../../../src/collection/periods/extend-tasks.ts'
import { listPeriodRequests } from '../../../src/collection/periods/list-period-requests.ts'
import { listPeriods } from '../../../src/collection/periods/read-periods.ts'
import { refuseRequest, unlockCells } from '../../../src/collection/review/answer-request.ts'
import { withFirstDesk } from '../../../src/collection/review/at-first-desk.ts'
import { replyReturn } from '../../../src/collection/review/reply-return.ts'
import { requestException } from '../../../src/collection/review/request-exception.ts'
import { getTask } from '../../../src/collection/tasks/get-task.ts'
import { listReturns } from '../../../src/collection/tasks/list-returns.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { openCollecting } from './collecting-county.ts'
import { clerk, type Desk, deskOf, ownRow, supervisor } from './desk.ts'

let serial = 800

onBothEngines((database) => {
  let desk: Desk
  let rowNo: number
  let open: Awaited<ReturnType<typeof openCollecting>>
  /** The form is back at its school with one cell open. */
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    desk = deskOf(database(), open)
    await desk.typeAll()
    await desk.submit()
    await desk.approveOnce()
    rowNo = (await ownRow(database(), open.key)).rowNo
    const cells = [{ row_no: rowNo, column: 'multimedia_rooms', reason: '与资产台账不一致' }]
    await desk.giveBack({ cells, open_also: [] })
  })
  const period = () => ({ county: open.county, periodId: open.periodId })
  const at = (column: string, row_no = rowNo) => ({ row_no, column })
  const askFor = (...cells: readonly { row_no: number; column: string }[]) =>
    desk.fill((ctx) => requestException(ctx, open.key, { kind: 'unlock', reason: '也填错了', cells: [...cells] }))
  const askTime = (reason = '停电三天') =>
    desk.fill((ctx) => requestException(ctx, open.key, { kind: 'extension', reason }))
  const waiting = async () => (await desk.requests()).filter(({ status }) => status === 'waiting')
  const idOf = async (kind: RequestKind, column?: string): Promise<string> => {
    const found = (await waiting()).find(
      (one) => one.kind === kind && (column === undefined || one.cells.some((cell) => cell.column === column)),
    )
    return found?.request_id ?? 'nothing waits'
  }
  const grant = (request_id: string) => desk.review((ctx) => unlockCells(ctx, open.key, { request_id, reason: '同意' }))
  const refuse = (request_id: string, kinds: readonly RequestKind[]) =>
    desk.reviewFirst((ctx) =>
      withFirstDesk(ctx, open.key, () => refuseRequest(ctx, open.key, { request_id, reason: '与台账一致', kinds })),
    )
  const type = (...columns: readonly (readonly [string, string, string])[]) =>
    desk.type(columns.map(([column, from, to]) => ({ row_no: rowNo, column, from, to })))
  const states = async (...columns: readonly (readonly [string, string, string])[]) =>
    (await type(...columns)).results.map(({ state }) => state)

  it('waits for several things side by side, and each is answered on its own', async () => {
    await askFor(at('founded_year'))
    await askFor(at('teachers'))
    await askTime()
    expect((await waiting()).map(({ kind, cells, asked_by }) => [kind, cells.length, asked_by]).toSorted()).toEqual([
      ['extension', 0, clerk],
      ['unlock', 1, clerk],
      ['unlock', 1, clerk],
    ])
    const listed = await desk.plan((ctx) => listPeriodRequests(ctx, period()))
    expect(listed.requests.map(({ task }) => task.task_id)).toEqual(Array(3).fill(open.key.taskId))
    expect(await desk.plan((ctx) => listPeriods(ctx, open.county))).toMatchObject([{ requests: 3 }])

    await grant(await idOf('unlock', 'founded_year'))
    expect(await states(['founded_year', '1998', '1999'], ['teachers', '32', '33'])).toEqual(['saved', 'locked'])
    const opened = await desk.fill(async (ctx) => listReturns(ctx, await getTask(ctx, open.key)))
    expect(opened.find(({ column }) => column === 'founded_year')).toMatchObject({
      purpose: 'linked',
      returned_by: supervisor,
    })
    await refuse(await idOf('unlock', 'teachers'), ['unlock'])
    expect(await states(['teachers', '32', '33'])).toEqual(['locked'])
    const later = { task_ids: [open.key.taskId], closes_on: '2026-12-05', reason: '同意' }
    await desk.plan((ctx) => extendTasks(ctx, period(), later))
    expect(await waiting()).toEqual([])
    expect((await desk.requests()).map(({ status }) => status).toSorted()).toEqual(['granted', 'granted', 'refused'])
  })

  it('is one request however often it is sent', async () => {
    for (const _ of [1, 2]) {
      await askTime()
      await askFor(at('founded_year'), at('founded_year'))
    }
    await askFor(at('founded_year'), at('teachers'))
    expect(
      (await waiting()).map(({ kind, cells }) => `${kind} ${cells.map(({ column }) => column)}`).toSorted(),
    ).toEqual(['extension ', 'unlock founded_year', 'unlock teachers'])
    await expect(askTime('还要停电')).rejects.toMatchObject({
      code: 'collection.already_requested',
      message: expect.stringContaining('申请延期'),
    })
    const [events] = await database().run<{ events: number }>(
      `select count(*) as events from collection_task_events where county_code = $1 and action = 'request'`,
      [open.county],
    )
    expect(Number(events?.events)).toBe(3)
  })

  it('names cells that are there, as the reviewer has to', async () => {
    await expect(askFor(at('teachers', rowNo + 900))).rejects.toMatchObject({
      code: 'collection.row_not_found',
      message: `这张表没有第 ${rowNo + 900} 行，可能已被删除。`,
    })
    await expect(askFor(at('no_such'))).rejects.toMatchObject({
      code: 'request.invalid',
      message: expect.stringContaining('没有“no_such”这一栏'),
    })
    await expect(askFor(at('multimedia_rooms'))).rejects.toMatchObject({ code: 'collection.already_open' })
    expect(await desk.requests()).toEqual([])
  })

  it('that was refused can be made again, and is answered once', async () => {
    await askFor(at('founded_year'))
    const first = await idOf('unlock')
    await expect(refuse(first, ['correction'])).rejects.toMatchObject({ code: 'collection.request_not_found' })
    await refuse(first, ['unlock'])
    await expect(grant(first)).rejects.toMatchObject({ code: 'collection.request_not_found' })
    await askFor(at('founded_year'))
    await grant(await idOf('unlock'))
    expect(await states(['founded_year', '1998', '1999'])).toEqual(['saved'])
  })

  it('is in the log under a name of its own for each answer; to say no is done, not denied', async () => {
    const [cell] = await database().run<{ return_id: string }>(
      `select return_id from collection_returned_cells where county_code = $1 and purpose = 'mend'`,
      [open.county],
    )
    await desk.fill((ctx) => replyReturn(ctx, open.key, { return_id: cell?.return_id ?? '', reply: '已核对' }))
    await askFor(at('founded_year'))
    await askFor(at('teachers'))
    await grant(await idOf('unlock', 'founded_year'))
    await refuse(await idOf('unlock', 'teachers'), ['unlock'])
    const events = await database().run<{ action: AuditAction; result: string; kind: string | null }>(
      `select action, result, detail::jsonb ->> 'kind' as kind from audit_events where county_code = $1
       and action in ('collection.reply_return', 'collection.grant_request', 'collection.refuse_request',
         'collection.request', 'collection.explain') order by event_no`,
      [open.county],
    )
    expect(events.map(({ action, result, kind }) => [auditActions[action], result, kind])).toEqual([
      ['答复退回', 'done', null],
      ['申请延期、更正或开放其他格', 'done', '申请开放其他格'],
      ['申请延期、更正或开放其他格', 'done', '申请开放其他格'],
      ['同意申请', 'done', '申请开放其他格'],
      ['不同意申请', 'done', '申请开放其他格'],
    ])
  })

  it('lapses when the form is handed in, so that a later yes does not open those cells too', async () => {
    await askFor(at('founded_year'))
    const old = await idOf('unlock')
    await type(['multimedia_rooms', '14', '13'])
    await desk.submit()
    await desk.withdraw()
    await askFor(at('teachers'))
    await expect(grant(old)).rejects.toMatchObject({ code: 'collection.request_not_found' })
    await grant(await idOf('unlock'))
    expect(await states(['founded_year', '1998', '1999'], ['teachers', '32', '33'])).toEqual(['locked', 'saved'])
  })

  it('for time is answered by whoever plans, and asked for again afterwards', async () => {
    await askTime()
    const refusal = { request_id: await idOf('extension'), reason: '时间充足', kinds: ['extension'] } as const
    await desk.plan((ctx) => refuseRequest(ctx, open.key, refusal))
    expect(await desk.requests()).toMatchObject([{ status: 'refused', answered_by: supervisor, answer: '时间充足' }])
    await askTime()
    expect(await waiting()).toHaveLength(1)
  })

  it('for cells has no place where nothing is locked by the cell', async () => {
    await type(['multimedia_rooms', '14', '13'])
    await desk.submit()
    await desk.giveBack()
    await expect(askFor(at('teachers'))).rejects.toMatchObject({ code: 'collection.nothing_locked' })
  })
})
