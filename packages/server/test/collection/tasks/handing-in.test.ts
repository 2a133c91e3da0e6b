import { beforeEach, expect, it } from 'vitest'
import { explainFinding } from '../../../src/collection/review/explain-finding.ts'
import { eventsSince } from '../../harness/audit-events.ts'
import { testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { openCollecting } from './collecting-county.ts'
import { clerk, type Desk, deskOf, ownRow } from './desk.ts'
import { hardMistake, softMistake, wholeForm } from './filled-form.ts'

let serial = 100

onBothEngines((database) => {
  let desk: Desk
  let open: Awaited<ReturnType<typeof openCollecting>>
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    desk = deskOf(database(), open)
  })

  it('refuses a form in which nothing is filled, and one with blanks, and says how many', async () => {
    await expect(desk.submit()).rejects.toMatchObject({ code: 'collection.nothing_filled' })
    const answers = wholeForm().filter(({ column }) => column !== 'teachers' && column !== 'ground_area')
    const { task } = await desk.type(answers)
    expect(task.blank_cells).toBe(2)
    await expect(desk.submit()).rejects.toMatchObject({
      code: 'collection.has_errors',
      message: expect.stringContaining('必填未填 2 格'),
    })
  })

  it('refuses a form whose figures contradict each other until they are put right', async () => {
    const { findings } = await desk.typeAll(hardMistake)
    expect(findings).toMatchObject([{ check: 'sum_of_bands', severity: 'hard' }])
    await expect(desk.submit()).rejects.toMatchObject({
      code: 'collection.has_errors',
      message: expect.stringContaining('强制性错误 1 条'),
    })
    const { rowNo } = await ownRow(database(), open.key)
    const mended = await desk.type([{ row_no: rowNo, column: 'classes', from: '13', to: '12' }])
    expect(mended.findings).toEqual([])
    const { row } = await desk.submit()
    expect(row).toMatchObject({ state: 'submitted', state_by: clerk, submitted_by: `p-${clerk}` })
  })

  it('refuses what is implausible until it is explained; the explanation holds for those figures only', async () => {
    const { findings } = await desk.typeAll(softMistake)
    expect(findings).toMatchObject([{ check: 'gym_within_indoor', severity: 'soft' }])
    await expect(desk.submit()).rejects.toMatchObject({ code: 'collection.has_unexplained' })
    const explain = { check: 'gym_within_indoor', row_no: findings[0]?.row_no ?? 0, text: '体育馆为独立建筑，单独统计' }
    await desk.fill((ctx) => explainFinding(ctx, open.key, explain, testKeyring()))
    const { rowNo } = await ownRow(database(), open.key)
    await desk.type([{ row_no: rowNo, column: 'gym_area', from: '400', to: '450' }])
    await expect(desk.submit()).rejects.toMatchObject({ code: 'collection.has_unexplained' })
    await desk.fill((ctx) => explainFinding(ctx, open.key, explain, testKeyring()))
    expect((await desk.submit()).row.state).toBe('submitted')
  })

  it('does not take an explanation in place of a correction', async () => {
    const { findings } = await desk.typeAll(hardMistake)
    const explain = { check: 'sum_of_bands', row_no: findings[0]?.row_no ?? 0, text: '就是这样的' }
    await expect(desk.fill((ctx) => explainFinding(ctx, open.key, explain, testKeyring()))).rejects.toMatchObject({
      code: 'collection.explanation_hard',
    })
  })

  it('locks what was handed in, and opens it again when it is withdrawn before anybody reviewed it', async () => {
    await desk.typeAll()
    await desk.submit()
    const { rowNo } = await ownRow(database(), open.key)
    const edit = { row_no: rowNo, column: 'teachers', from: '32', to: '33' }
    await expect(desk.type([edit])).rejects.toMatchObject({ code: 'collection.locked_in_review' })
    const { row } = await desk.withdraw()
    expect(row).toMatchObject({ state: 'filling', submitted_by: null })
    expect((await desk.type([edit])).results).toMatchObject([{ state: 'saved', text: '33' }])
    await desk.submit()
    await desk.approveOnce()
    await expect(desk.withdraw()).rejects.toMatchObject({ code: 'collection.already_reviewed' })
  })

  it('hands in once however often it is pressed, and leaves one event in the log', async () => {
    await desk.typeAll()
    const added = await eventsSince(database())
    await desk.submit()
    await expect(desk.submit()).rejects.toMatchObject({ code: 'collection.locked_in_review' })
    expect((await added()).filter(({ action }) => action === 'collection.submit')).toMatchObject([
      { actor: clerk, result: 'done', subject: expect.stringContaining('石桥镇中心小学《学校填报表》') },
    ])
  })
})
