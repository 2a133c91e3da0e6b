import { WHOLE_REGISTER } from '@eduduty/core/collection'
import { beforeEach, expect, it } from 'vitest'
import { explainFinding, reviewExplanation } from '../../../src/collection/review/explain-finding.ts'
import {
  answerCountersign,
  askCountersign,
  handOn,
  withdrawCountersign,
} from '../../../src/collection/review/hand-on.ts'
import { testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { openCollecting } from './collecting-county.ts'
import { clerk, type Desk, deskOf, supervisor, townClerk } from './desk.ts'
import { softMistake } from './filled-form.ts'

let serial = 200
const holder = (name: string) => ({ person_id: `p-${name}`, name, post: '督学', unit: '督导办' })

onBothEngines((database) => {
  let desk: Desk
  let open: Awaited<ReturnType<typeof openCollecting>>
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    desk = deskOf(database(), open)
  })

  it('is done by two people, neither of whom handed it in', async () => {
    await desk.typeAll()
    await desk.submit()
    await expect(desk.approve()).rejects.toMatchObject({ code: 'collection.not_first_reviewed' })
    await expect(desk.approveOnce(clerk)).rejects.toMatchObject({ code: 'collection.own_work' })
    await desk.approveOnce()
    await expect(desk.approve(townClerk)).rejects.toMatchObject({ code: 'collection.same_reviewer' })
    await expect(desk.approve(clerk)).rejects.toMatchObject({ code: 'collection.own_work' })
    const { row } = await desk.approve()
    expect(row).toMatchObject({ state: 'verified', state_by: supervisor })
    await expect(desk.approve('另一位督导')).rejects.toMatchObject({ code: 'collection.already_reviewed' })
  })

  /** A form with one implausible figure that the school explains, handed in. */
  const explained = async (row?: number) => {
    const { findings } = await desk.typeAll(softMistake)
    const at = { check: 'gym_within_indoor', row_no: row ?? findings[0]?.row_no ?? 0 }
    await desk.fill((ctx) => explainFinding(ctx, open.key, { ...at, text: '体育馆单独统计' }, testKeyring()))
    await desk.submit()
    return (accept: boolean, reason: string) =>
      desk.reviewFirst((ctx) => reviewExplanation(ctx, open.key, { ...at, accept, reason }, testKeyring()))
  }

  it('waits at its first step already until every explanation was judged, and names those that were not', async () => {
    const judge = await explained()
    await expect(desk.approveOnce()).rejects.toMatchObject({
      code: 'collection.has_unreviewed',
      message: expect.stringMatching(/有 1 条说明还没有逐条审核：“体育馆/),
    })
    await judge(true, '')
    await desk.approveOnce()
    expect((await desk.approve()).row.state).toBe('verified')
  })

  it('waits for an explanation that was given for all rows at once as well', async () => {
    const judge = await explained(WHOLE_REGISTER)
    await expect(desk.approveOnce()).rejects.toMatchObject({
      code: 'collection.has_unreviewed',
      message: expect.stringMatching(/有 1 条说明还没有逐条审核：“体育馆/),
    })
    await judge(true, '')
    expect((await desk.approveOnce()).row.state).toBe('first_reviewed')
  })

  it('waits for no explanation of figures that were changed since, where a later one speaks of all rows', async () => {
    const { findings } = await desk.typeAll(softMistake)
    const row = findings[0]?.row_no ?? 0
    const explain = (row_no: number, text: string) =>
      desk.fill((ctx) => explainFinding(ctx, open.key, { check: 'gym_within_indoor', row_no, text }, testKeyring()))
    await explain(row, '体育馆单独统计')
    await desk.type([{ row_no: row, column: 'gym_area', from: '400', to: '450' }])
    await expect(desk.submit()).rejects.toMatchObject({
      code: 'collection.has_unexplained',
      message: expect.stringContaining('“体育馆'),
    })
    await explain(WHOLE_REGISTER, '新建体育馆，尚未计入室内面积')
    await desk.submit()
    await expect(desk.approveOnce()).rejects.toMatchObject({
      code: 'collection.has_unreviewed',
      message: expect.stringContaining('有 1 条说明'),
    })
    const body = { check: 'gym_within_indoor', row_no: WHOLE_REGISTER, accept: true, reason: '' }
    await desk.reviewFirst((ctx) => reviewExplanation(ctx, open.key, body, testKeyring()))
    expect((await desk.approveOnce()).row.state).toBe('first_reviewed')
  })

  it('judges an explanation only while what it explains is still found, and says in the history what that was', async () => {
    const judge = await explained()
    await judge(true, '')
    const [judged] = await database().run<{ says: string }>(
      `select says from collection_task_events where county_code = $1 and action = 'judge'`,
      [open.county],
    )
    expect(judged?.says).toMatch(/^体育馆.*：认可$/)
    await database().run('delete from collection_findings where county_code = $1', [open.county])
    await expect(judge(true, '')).rejects.toMatchObject({ code: 'collection.finding_not_found' })
  })

  it('passes nothing with an explanation that was refused: it goes back to the school', async () => {
    const judge = await explained()
    await expect(judge(false, '')).rejects.toMatchObject({ code: 'request.invalid' })
    expect((await judge(false, '请附测绘报告')).row.open_explanations).toBe(1)
    await expect(desk.approveOnce()).rejects.toMatchObject({
      code: 'collection.has_rejected',
      message: expect.stringMatching(/有 1 条说明没有得到认可：“体育馆/),
    })
    await desk.giveBack()
    await expect(desk.submit()).rejects.toMatchObject({ code: 'collection.has_unexplained' })
  })

  it('belongs to whom it was handed on to, until that person hands it on again', async () => {
    await desk.typeAll()
    await desk.submit()
    const given = { person_id: 'p-陈督学', reason: '陈督学联系该校' }
    await expect(desk.reviewFirst((ctx) => handOn(ctx, open.key, given, [holder('别人')]))).rejects.toMatchObject({
      code: 'collection.reviewer_unknown',
    })
    const { row } = await desk.reviewFirst((ctx) => handOn(ctx, open.key, given, [holder('陈督学')]))
    expect(row).toMatchObject({ assigned_to: 'p-陈督学', assigned_name: '陈督学' })
    await expect(desk.approveOnce()).rejects.toMatchObject({
      code: 'collection.handed_to_other',
      message: expect.stringContaining('陈督学'),
    })
    await desk.approveOnce('陈督学')
    expect((await desk.approve()).row.state).toBe('verified')
  })

  it('is held up by an opinion that was asked for, until it comes or is no longer wanted', async () => {
    await desk.typeAll()
    await desk.submit()
    await desk.approveOnce()
    const ask = (name: string, due_on = '2026-11-27') =>
      desk.review((ctx) =>
        askCountersign(ctx, open.key, { person_id: `p-${name}`, question: '场地面积是否属实', due_on }, [holder(name)]),
      )
    await expect(ask('陈督学', '2026-11-24')).rejects.toMatchObject({ code: 'collection.due_past' })
    await ask('陈督学')
    await ask('林股长')
    await expect(desk.approve()).rejects.toMatchObject({ code: 'collection.has_countersigns' })
    const asked = await database().run<{ countersign_id: string; person_name: string }>(
      'select countersign_id, person_name from collection_countersigns where county_code = $1 order by person_name',
      [open.county],
    )
    const idOf = (name: string): string => asked.find(({ person_name }) => person_name === name)?.countersign_id ?? ''
    const answer = (id: string, name: string) =>
      desk.review((ctx) => answerCountersign(ctx, open.key, id, { agree: true, opinion: '属实' }), name)
    await expect(answer(idOf('陈督学'), '林股长')).rejects.toMatchObject({ code: 'collection.countersign_not_found' })
    await answer(idOf('陈督学'), '陈督学')
    await expect(answer(idOf('陈督学'), '陈督学')).rejects.toMatchObject({ code: 'collection.countersign_not_found' })
    await expect(desk.approve()).rejects.toMatchObject({ code: 'collection.has_countersigns' })
    await desk.review((ctx) => withdrawCountersign(ctx, open.key, idOf('林股长'), '不再需要'))
    expect((await desk.approve()).row.state).toBe('verified')
  })
})
