import { areaPath } from '@eduduty/core/organizations'
import { beforeEach, expect, it } from 'vitest'
import { closePeriod } from '../../../src/collection/periods/close-period.ts'
import { copyPeriod } from '../../../src/collection/periods/copy-period.ts'
import { freezePeriod } from '../../../src/collection/periods/freeze-period.ts'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import { readProgress } from '../../../src/collection/periods/read-progress.ts'
import { remindUnits, seeReminders } from '../../../src/collection/progress/remind-units.ts'
import { closeUnit, openUnit } from '../../../src/organizations/index.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { inCounty } from '../../organizations/county-of-units.ts'
import { as, loadPack, openCollecting, today } from './collecting-county.ts'
import { type Desk, deskOf } from './desk.ts'

let serial = 600
const day = (date: string) => new Date(`${date}T04:00:00Z`)

onBothEngines((database) => {
  let desk: Desk
  let open: Awaited<ReturnType<typeof openCollecting>>
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    desk = deskOf(database(), open)
  })
  const period = () => ({ county: open.county, periodId: open.periodId })
  const remind = (unit_ids: string[] = [], now = today) =>
    desk.plan((ctx) => remindUnits(ctx, period(), { unit_ids }), '沈督导', now)
  const progress = (now = today) => desk.plan((ctx) => readProgress(ctx, period()), '沈督导', now)
  const copy = () => desk.plan((ctx) => copyPeriod(ctx, period()))

  it('reminds who owes something, once a day', async () => {
    await desk.typeAll()
    await desk.submit()
    expect(await remind()).toEqual({ units: 2, tasks: 2, skipped_today: 0 })
    expect(await remind()).toEqual({ units: 0, tasks: 0, skipped_today: 2 })
    // 23:59:59 of that day in China, and a second later.
    expect(await remind([], new Date('2026-11-25T15:59:59Z'))).toEqual({ units: 0, tasks: 0, skipped_today: 2 })
    expect(await remind(['S2199000002'], new Date('2026-11-25T16:00:00Z'))).toEqual({
      units: 1,
      tasks: 1,
      skipped_today: 0,
    })
    const sent = await database().run<{ unit_id: string; message: string }>(
      'select unit_id, message from collection_reminders where county_code = $1 order by unit_id, reminded_at',
      [open.county],
    )
    expect(sent.map(({ unit_id }) => unit_id)).toEqual(['S2199000002', 'S2199000002', 'S2199000003'])
    expect(sent[0]?.message).toContain('《学校填报表》还没有上报，2026-11-30 截止')
  })

  it('reminds of what was returned also after the period is closed, and of nothing else then', async () => {
    await desk.typeAll()
    await desk.submit()
    await desk.approveOnce()
    await desk.giveBack({ due_on: '2026-12-05' })
    await desk.plan((ctx) => closePeriod(ctx, period(), '数据已齐'))
    expect(await remind()).toEqual({ units: 1, tasks: 1, skipped_today: 0 })
    const [task] = await database().run('select reminded_count from collection_tasks where task_id = $1', [
      open.key.taskId,
    ])
    expect(task).toEqual({ reminded_count: 1 })
    const sentTo = async (now: Date, message?: string) => {
      const body = { unit_ids: [], ...(message !== undefined && { message }) }
      await desk.plan((ctx) => remindUnits(ctx, period(), body), '沈督导', now)
      const [newest] = await database().run<{ message: string }>(
        'select message from collection_reminders where county_code = $1 order by reminded_at desc limit 1',
        [open.county],
      )
      return newest?.message
    }
    expect(await sentTo(new Date('2026-12-01T04:00:00Z'))).toBe(
      '“2025年优质均衡数据采集”：《学校填报表》退回待改，限 2026-12-05 前改正。',
    )
    expect(await sentTo(new Date('2026-12-08T04:00:00Z'), '请今天办完。')).toBe(
      '“2025年优质均衡数据采集”：《学校填报表》退回待改，限 2026-12-05 前改正，已逾期 3 天。请今天办完。',
    )
    const { owing } = await progress()
    expect(owing.map(({ unit_id, returned }) => [unit_id, returned])).toContainEqual(['S2199000001', ['学校填报表']])
  })

  it('tells beforehand exactly whom a reminder reaches, and who can hand in no longer', async () => {
    const told = async () => {
      const { owing } = await progress()
      const names = (wanted: typeof owing) => wanted.map(({ unit_name }) => unit_name)
      return [
        names(owing.filter(({ is_reminded_next }) => is_reminded_next)),
        names(owing.filter((one) => !one.may_report)),
      ]
    }
    expect(await told()).toEqual([['石桥镇中心小学', '河口小学', '柳林镇中心小学'], []])
    expect(await remind(['S2199000002'])).toMatchObject({ units: 1 })
    expect(await told()).toEqual([['石桥镇中心小学', '柳林镇中心小学'], []])
    await desk.typeAll()
    await desk.submit()
    await desk.approveOnce()
    await desk.giveBack({ due_on: '2026-12-05' })
    await desk.plan((ctx) => closePeriod(ctx, period(), '数据已齐'))
    expect(await told()).toEqual([['石桥镇中心小学'], ['河口小学', '柳林镇中心小学']])
    expect(await remind()).toEqual({ units: 1, tasks: 1, skipped_today: 0 })
    expect((await told())[0]).toEqual([])
  })

  it('does not remind a unit that has no part in the period', async () => {
    await expect(remind(['S2199000002', 'K1199000001'])).rejects.toMatchObject({ code: 'collection.units_unknown' })
  })

  it('shows a reminder until its unit has seen it; another’s is not there', async () => {
    await remind()
    const reminders = await database().run<{ reminder_id: string; unit_id: string }>(
      'select reminder_id, unit_id from collection_reminders where county_code = $1',
      [open.county],
    )
    const of = (unit: string): string => reminders.find(({ unit_id }) => unit_id === unit)?.reminder_id ?? ''
    expect(await desk.fill((ctx) => seeReminders(ctx, [of('S2199000001')]))).toBe(1)
    expect(await desk.fill((ctx) => seeReminders(ctx, [of('S2199000001')]))).toBe(0)
    await expect(desk.fill((ctx) => seeReminders(ctx, [of('S2199000002')]))).rejects.toMatchObject({
      code: 'request.not_found',
    })
  })

  it('keeps a reminder of a school for the school: its township sees it elsewhere and cannot take it away', async () => {
    await remind(['S2199000001'])
    const [sent] = await database().run<{ reminder_id: string }>(
      'select reminder_id from collection_reminders where county_code = $1',
      [open.county],
    )
    const township = { name: '周干事', scope: `${areaPath(open.county)}T01/`, verb: 'collection.fill' } as const
    await expect(as(database(), township, (ctx) => seeReminders(ctx, [sent?.reminder_id ?? '']))).rejects.toMatchObject(
      { code: 'request.not_found' },
    )
    expect(await desk.fill((ctx) => seeReminders(ctx, [sent?.reminder_id ?? '']))).toBe(1)
  })

  it('is opened by who plans for the whole county; a township is told so', async () => {
    const { dropped: _dropped, added: _added, ...plan } = await copy()
    const loaded = await loadPack()
    const body = { ...plan, pack_id: 'quality-balance-2017' }
    const township = { name: '镇督导', scope: `${areaPath(open.county)}T01/`, verb: 'collection.plan' } as const
    await expect(as(database(), township, (ctx) => openPeriod(ctx, open.county, body, loaded))).rejects.toMatchObject({
      code: 'collection.plan_whole_county',
    })
  })

  it('counts every task once in each way of counting', async () => {
    await desk.typeAll()
    await desk.submit()
    const { by_township, by_kind, by_register, owing, period: shown } = await progress(day('2026-12-02'))
    for (const lines of [by_township, by_kind, by_register]) {
      expect(lines.reduce((sum, { tasks }) => sum + tasks, 0)).toBe(shown.tasks)
      expect(lines.reduce((sum, { submitted }) => sum + submitted, 0)).toBe(1)
      expect(lines.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(shown.overdue)
      for (const { states, tasks } of lines) expect(Object.values(states).reduce((a, b) => a + b, 0)).toBe(tasks)
    }
    expect(shown).toMatchObject({ tasks: 3, overdue: 2, states: { submitted: 1, not_started: 2 } })
    expect(by_township.map(({ title, tasks }) => [title, tasks])).toEqual([
      ['石桥镇', 2],
      ['柳林镇', 1],
    ])
    expect(owing.map(({ unit_name, overdue_days }) => [unit_name, overdue_days])).toEqual([
      ['河口小学', 2],
      ['柳林镇中心小学', 2],
    ])
  })

  it('freezes what is verified and leaves the rest', async () => {
    await desk.verify()
    expect(await desk.review((ctx) => freezePeriod(ctx, period(), '年度定稿'))).toBe(1)
    expect((await progress()).period.states).toEqual({ frozen: 1, not_started: 2 })
  })

  it('is copied for the next year without the school that closed and with the one that opened', async () => {
    const root = areaPath(open.county)
    await inCounty(database(), open.county, async (ctx) => {
      await closeUnit(ctx, { county: open.county, unitId: 'S2199000002', on: '2026-11-20', reason: '撤并' })
      const fresh = { unitId: 'S2199000009', kind: 'school', name: '新城小学', code: '2199000009' } as const
      await openUnit(ctx, { ...fresh, parentPath: `${root}T02/`, openedOn: '2026-11-01' })
    })
    const plan = await copy()
    expect(plan).toMatchObject({
      title: '2026年优质均衡数据采集',
      year: 2026,
      opens_on: '2027-11-01',
      closes_on: '2027-11-30',
      dropped: ['河口小学'],
      added: ['新城小学'],
    })
    expect(plan.plans).toMatchObject([{ register: 'school_form', has_first_review: true }])
    expect(plan.plans[0]?.unit_ids.toSorted()).toEqual(['S2199000001', 'S2199000003', 'S2199000009'])
  })

  it('copied, opens as it stands, and remembers from where', async () => {
    const { dropped: _dropped, added: _added, ...plan } = await copy()
    const loaded = await loadPack()
    const body = { ...plan, pack_id: 'quality-balance-2017', copied_from: open.periodId }
    const opened = await desk.plan((ctx) => openPeriod(ctx, open.county, body, loaded))
    expect(opened.tasks).toBe(3)
    await expect(desk.plan((ctx) => openPeriod(ctx, open.county, body, loaded))).rejects.toMatchObject({
      code: 'collection.title_taken',
    })
    const strange = { ...body, title: '另一个', copied_from: 'nothing' }
    await expect(desk.plan((ctx) => openPeriod(ctx, open.county, strange, loaded))).rejects.toMatchObject({
      code: 'collection.period_not_found',
    })
  })

  it('is opened for all its units or for none', async () => {
    const { dropped: _dropped, added: _added, ...plan } = await copy()
    const [first] = plan.plans
    if (first === undefined) throw new Error('the plan is empty')
    const unit_ids = [...first.unit_ids, 'S9999999999']
    const body = { ...plan, pack_id: 'quality-balance-2017', plans: [{ ...first, unit_ids }] }
    await expect(desk.plan(async (ctx) => openPeriod(ctx, open.county, body, await loadPack()))).rejects.toMatchObject({
      code: 'collection.units_unknown',
      message: expect.stringContaining('S9999999999'),
    })
    expect((await progress()).period.title).toContain('2025')
    const periods = await database().run('select title from collection_periods where county_code = $1', [open.county])
    expect(periods).toHaveLength(1)
  })
})
