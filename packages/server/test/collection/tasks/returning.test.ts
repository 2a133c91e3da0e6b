import { beforeEach, expect, it } from 'vitest'
import { extendTasks } from '../../../src/collection/periods/extend-tasks.ts'
import { replyReturn } from '../../../src/collection/review/reply-return.ts'
import { readTask } from '../../../src/collection/tasks/read-task.ts'
import { testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { openCollecting } from './collecting-county.ts'
import { clerk, type Desk, deskOf, ownRow } from './desk.ts'

let serial = 300

onBothEngines((database) => {
  let desk: Desk
  let rowNo: number
  let open: Awaited<ReturnType<typeof openCollecting>>
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    desk = deskOf(database(), open)
    await desk.typeAll()
    await desk.submit()
    await desk.approveOnce()
    rowNo = (await ownRow(database(), open.key)).rowNo
  })
  const cell = (column: string) => ({ row_no: rowNo, column, reason: '与资产台账不一致' })
  const returns = () =>
    database().run<{ return_id: string; column_id: string; found_text: string; settled: boolean; answered: boolean }>(
      `select return_id, column_id, found_text, settled_at is not null as settled, answered_at is not null as answered
       from collection_returned_cells where county_code = $1 order by returned_at, column_id`,
      [open.county],
    )

  it('of two cells opens these and no other, and is settled when the form is approved', async () => {
    const { row } = await desk.giveBack({ cells: [cell('multimedia_rooms'), cell('ground_area')] })
    expect(row).toMatchObject({ state: 'returned', due_on: '2026-11-28' })
    expect(await returns()).toMatchObject([
      { column_id: 'ground_area', found_text: '5000', settled: false },
      { column_id: 'multimedia_rooms', found_text: '14', settled: false },
    ])
    const { results } = await desk.type([
      { row_no: rowNo, column: 'multimedia_rooms', from: '14', to: '13' },
      { row_no: rowNo, column: 'teachers', from: '32', to: '31' },
    ])
    expect(results).toMatchObject([
      { column: 'multimedia_rooms', state: 'saved' },
      { column: 'teachers', state: 'locked', text: '32' },
    ])
    await expect(desk.submit()).rejects.toMatchObject({
      code: 'collection.has_open_returns',
      message: expect.stringContaining('1 处'),
    })
    const other = (await returns()).find(({ column_id }) => column_id === 'ground_area')
    const reply = { return_id: other?.return_id ?? '', reply: '已复测，无误' }
    await desk.fill((ctx) => replyReturn(ctx, open.key, reply))
    await desk.submit()
    expect((await returns()).map(({ answered, settled }) => [answered, settled])).toEqual([
      [true, false],
      [true, false],
    ])
    await desk.approveOnce()
    await desk.approve()
    expect((await returns()).every(({ settled }) => settled)).toBe(true)
  })

  const bands = ['classes_36_40', 'classes_41_45']

  it('of a cell in a hard rule opens what the rule ties to it, so that the school can hand in again', async () => {
    const { row } = await desk.giveBack({ cells: [cell('classes')] })
    expect(row.state).toBe('returned')
    const says = await database().run(
      `select says from collection_task_events where county_code = $1 and action = 'return'`,
      [open.county],
    )
    expect(says).toEqual([{ says: expect.stringMatching(/^1 处，一并开放 \d+ 格$/) }])
    const { results } = await desk.type([
      { row_no: rowNo, column: 'classes', from: '12', to: '13' },
      { row_no: rowNo, column: 'classes_to_25', from: '0', to: '1' },
      { row_no: rowNo, column: 'founded_year', from: '1998', to: '1999' },
    ])
    expect(results.map(({ state }) => state)).toEqual(['saved', 'saved', 'locked'])
    // What was opened along needs no answer.
    expect((await desk.submit()).row.state).toBe('submitted')
  })

  it('opens along what the reviewer leaves ticked, and tells which columns are tied', async () => {
    const detail = await desk.review((ctx) =>
      readTask(ctx, { ...open.key, from: 0, size: 10 }, { grants: [], keyring: testKeyring() }),
    )
    const classes = detail.columns.find(({ id }) => id === 'classes')
    expect(classes?.linked).toEqual(expect.arrayContaining(bands))
    expect(classes?.linked).not.toContain('founded_year')
    await desk.giveBack({
      cells: [cell('classes')],
      open_also: [{ row_no: rowNo, column: 'classes_41_45' }],
    })
    const { results } = await desk.type(
      bands.map((column) => ({ row_no: rowNo, column, from: column === 'classes_41_45' ? '12' : '0', to: '3' })),
    )
    expect(results.map(({ state }) => state)).toEqual(['locked', 'saved'])
  })

  it('of the whole form opens everything', async () => {
    await desk.giveBack()
    const { results } = await desk.type([{ row_no: rowNo, column: 'teachers', from: '32', to: '33' }])
    expect(results).toMatchObject([{ state: 'saved' }])
  })

  it('names rows and columns that are there, and a day to come', async () => {
    const bad = (cells: readonly { row_no: number; column: string; reason: string }[], due_on = '2026-11-28') =>
      desk.giveBack({ cells: [...cells], due_on })
    await expect(bad([{ ...cell('teachers'), row_no: rowNo + 900 }])).rejects.toMatchObject({
      code: 'collection.row_not_found',
    })
    await expect(bad([cell('no_such')])).rejects.toMatchObject({ code: 'request.invalid' })
    await expect(bad([cell('teachers')], '2026-11-24')).rejects.toMatchObject({ code: 'collection.due_past' })
    expect(await returns()).toEqual([])
  })

  it('a second time settles what is not named again', async () => {
    await desk.giveBack({ cells: [cell('multimedia_rooms'), cell('ground_area')] })
    await desk.type([
      { row_no: rowNo, column: 'multimedia_rooms', from: '14', to: '13' },
      { row_no: rowNo, column: 'ground_area', from: '5000', to: '5100' },
    ])
    await desk.submit()
    await desk.giveBack({ cells: [cell('ground_area')] })
    expect((await returns()).filter(({ settled }) => !settled)).toMatchObject([
      { column_id: 'ground_area', found_text: '5100', answered: false },
    ])
    const { results } = await desk.type([{ row_no: rowNo, column: 'multimedia_rooms', from: '13', to: '12' }])
    expect(results).toMatchObject([{ state: 'locked' }])
  })

  it('withdrawn again stays limited to the returned cells', async () => {
    await desk.giveBack({ cells: [cell('ground_area')] })
    await desk.type([{ row_no: rowNo, column: 'ground_area', from: '5000', to: '5100' }])
    await desk.submit()
    expect((await desk.withdraw()).row.state).toBe('returned')
    const { results } = await desk.type([{ row_no: rowNo, column: 'teachers', from: '32', to: '33' }])
    expect(results).toMatchObject([{ state: 'locked' }])
  })

  it('withdrawn again keeps the day that it was extended to', async () => {
    await desk.giveBack({ cells: [cell('ground_area')] })
    const body = { task_ids: [open.key.taskId], closes_on: '2026-12-05', reason: '学校停电' }
    await desk.plan((ctx) => extendTasks(ctx, { county: open.county, periodId: open.periodId }, body))
    const late = new Date('2026-12-03T02:00:00Z')
    await desk.type([{ row_no: rowNo, column: 'ground_area', from: '5000', to: '5100' }], clerk, late)
    await desk.submit(clerk, late)
    expect((await desk.withdraw()).row).toMatchObject({ state: 'returned', due_on: '2026-12-05' })
    const detail = await desk.fill(
      (ctx) => readTask(ctx, { ...open.key, from: 0, size: 10 }, { grants: [], keyring: testKeyring() }),
      clerk,
      late,
    )
    expect(detail.returns).toMatchObject([{ due_on: '2026-12-05' }])
    expect(detail.is_locked).toBe(false)
  })

  it('can be answered after the period is over, until its own day', async () => {
    await desk.giveBack({ cells: [cell('ground_area')], due_on: '2026-12-05' })
    const edit = { row_no: rowNo, column: 'ground_area', from: '5000', to: '5100' }
    const late = new Date('2026-12-05T10:00:00Z')
    expect((await desk.type([edit], '叶晴川', late)).results).toMatchObject([{ state: 'saved' }])
    const tooLate = new Date('2026-12-05T16:00:01Z')
    await expect(desk.type([{ ...edit, from: '5100', to: '5200' }], '叶晴川', tooLate)).rejects.toMatchObject({
      code: 'collection.past_due',
    })
  })
})
