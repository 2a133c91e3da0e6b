import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closePeriod } from '../../../src/collection/periods/close-period.ts'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import { moveUnit } from '../../../src/organizations/index.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import { openServer } from '../../../src/platform/db/server/open-server.ts'
import { toAppError } from '../../../src/platform/errors/to-app-error.ts'
import { createMigratedDatabase } from '../../harness/template-database.ts'
import { inCounty } from '../../organizations/county-of-units.ts'
import { loadPack, openCollecting } from './collecting-county.ts'
import { type Desk, deskOf, ownRow } from './desk.ts'

let serial = 800
let database: Database
let desk: Desk
let open: Awaited<ReturnType<typeof openCollecting>>

beforeAll(async () => {
  database = await openServer(await createMigratedDatabase())
})
afterAll(() => database.close())
beforeEach(async () => {
  serial += 1
  open = await openCollecting(database, `990${serial}`)
  desk = deskOf(database, open)
})

const codesOf = (settled: readonly PromiseSettledResult<unknown>[]): readonly unknown[] =>
  settled.map((one) => (one.status === 'fulfilled' ? 'done' : toAppError(one.reason).code))

describe('at the same moment', () => {
  it('two people in one cell: one wins, the other is told by whom and what', async () => {
    let held = ''
    for (const round of [1, 2, 3, 4]) {
      const row_no = held === '' ? 0 : (await ownRow(database, open.key)).rowNo
      const ask = (name: string, to: number) =>
        desk.type([{ row_no, column: 'classes', from: held, to: String(to) }], name)
      const answers = await Promise.all([ask('甲', round * 10), ask('乙', round * 10 + 1)])
      const results = answers.map(({ results: [result] }) => result)
      const winner = results.find((result) => result?.state === 'saved')
      const loser = results.find((result) => result?.state === 'conflict')
      const [row] = await database.run<{ classes: string }>(
        'select classes::text as classes from r_quality_balance_2017_school_form where county_code = $1',
        [open.county],
      )
      held = winner?.text ?? ''
      expect(row?.classes).toBe(held)
      expect(loser).toMatchObject({ text: held, by: held.endsWith('1') ? '乙' : '甲' })
    }
    const rows = await database.run('select 1 from r_quality_balance_2017_school_form where county_code = $1', [
      open.county,
    ])
    expect(rows).toHaveLength(1)
  })

  it('two reviewers: one reviews, the other is refused', async () => {
    await desk.typeAll()
    await desk.submit()
    expect(codesOf(await Promise.allSettled([desk.approveOnce('甲'), desk.approveOnce('乙')])).toSorted()).toEqual([
      'collection.already_reviewed',
      'done',
    ])
    const events = await database.run(
      `select 1 from collection_task_events where county_code = $1 and action = 'approve_first'`,
      [open.county],
    )
    expect(events).toHaveLength(1)
  })

  it('two people hand in, two approve, two return: one of each is done, the other is told why not', async () => {
    await desk.typeAll()
    const both = async (...deeds: readonly (() => Promise<unknown>)[]) =>
      codesOf(await Promise.allSettled(deeds.map((deed) => deed()))).toSorted()
    expect(
      await both(
        () => desk.submit('甲'),
        () => desk.submit('乙'),
      ),
    ).toEqual(['collection.locked_in_review', 'done'])
    await desk.approveOnce('丙')
    expect(
      await both(
        () => desk.approve('丁'),
        () => desk.approve('戊'),
      ),
    ).toEqual(['collection.already_reviewed', 'done'])
    expect(
      await both(
        () => desk.giveBack({}, '丁'),
        () => desk.giveBack({}, '戊'),
      ),
    ).toEqual(['collection.not_submitted', 'done'])
    const events = await database.run<{ action: string }>(
      `select action from collection_task_events where county_code = $1 and task_id = $2
       and action in ('submit', 'approve', 'return') order by event_no`,
      [open.county, open.key.taskId],
    )
    expect(events.map(({ action }) => action)).toEqual(['submit', 'approve', 'return'])
  })

  it('two periods of one name: one is opened, the other is refused', async () => {
    const loaded = await loadPack()
    const body = {
      title: '补充采集',
      pack_id: 'quality-balance-2017',
      year: 2025,
      opens_on: '2026-11-01',
      closes_on: '2026-11-30',
      plans: [{ register: 'school_form', unit_ids: ['S2199000001'], has_first_review: false }],
    }
    const start = (name: string) => desk.plan((ctx) => openPeriod(ctx, open.county, body, loaded), name)
    const codes = codesOf(await Promise.allSettled([start('甲'), start('乙')]))
    expect(codes.toSorted()).toEqual(['collection.title_taken', 'done'])
  })

  it('a review and a withdrawal: one of both', async () => {
    await desk.typeAll()
    await desk.submit()
    const codes = codesOf(await Promise.allSettled([desk.approveOnce(), desk.withdraw()]))
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(['collection.already_reviewed', 'collection.not_submitted']).toContain(codes.find((code) => code !== 'done'))
  })

  it('the period closes and a clerk saves: kept whole before, or refused whole after', async () => {
    const period = { county: open.county, periodId: open.periodId }
    const [typed, closed] = await Promise.allSettled([
      desk.typeAll(),
      desk.plan((ctx) => closePeriod(ctx, period, '到期')),
    ])
    expect(closed.status).toBe('fulfilled')
    const [counts] = await database.run<{ changes: number }>(
      'select count(*)::int as changes from collection_cell_changes where county_code = $1',
      [open.county],
    )
    if (typed.status === 'fulfilled') expect(counts?.changes).toBe(typed.value.results.length)
    else expect([codesOf([typed]), counts?.changes]).toEqual([['collection.period_closed'], 0])
  })

  it('a school moves to another township while its clerk types: nothing stays behind', async () => {
    for (const round of [0, 1, 2]) {
      const parentId = open.school.includes('/T01/') ? 'T02' : 'T01'
      const all = await Promise.allSettled([
        inCounty(database, open.county, (ctx) =>
          moveUnit(ctx, {
            county: open.county,
            unitId: 'S2199000001',
            parentId,
            on: `2026-11-2${round + 1}`,
            reason: '区划调整',
          }),
        ),
        ...['甲', '乙'].map((name) => desk.type([{ row_no: 0, column: 'migrant_pupils', from: '', to: '1' }], name)),
      ])
      // The one who comes second may find the task gone or be asked to try again; nothing is left half.
      const understood = ['done', 'collection.task_not_found', 'database.contention']
      expect(codesOf(all).filter((code) => !understood.includes(String(code)))).toEqual([])
      const places = await database.run<{ org_path: string }>(
        `select distinct org_path from (
           select org_path from collection_tasks where county_code = $1 and task_id = $2
           union all select org_path from collection_task_events where county_code = $1 and task_id = $2
           union all select org_path from collection_cell_changes where county_code = $1 and task_id = $2
           union all select org_path from collection_submissions where county_code = $1 and task_id = $2
           union all select org_path from r_quality_balance_2017_school_form where county_code = $1) rows`,
        [open.county, open.key.taskId],
      )
      const [place] = places.map(({ org_path }) => org_path)
      expect(places).toHaveLength(1)
      if (codesOf(all)[0] === 'done') expect(place).toContain(`/${parentId}/S2199000001/`)
      open = { ...open, school: place ?? open.school }
      desk = deskOf(database, open)
    }
  })
})
