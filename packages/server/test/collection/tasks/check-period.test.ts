import { setTimeout } from 'node:timers/promises'
import type { CountyCheckFindings, CountyCheckRun, CountyFinding } from '@eduduty/core/collection'
import { areaPath } from '@eduduty/core/organizations'
import { beforeEach, expect, it } from 'vitest'
import { CountyCheckRuns } from '../../../src/collection/checks/county-check-runs.ts'
import { saveCells } from '../../../src/collection/entry/save-cells.ts'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import type { Caller } from '../../../src/platform/ctx.ts'
import { personAt, testDoor, testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { as, type CollectingCounty, loadPack, openCollecting, today } from './collecting-county.ts'

let serial = 80
const bands = ['to_25', '26_30', '31_35', '36_40', '41_45', '46_50', '51_55', '56_60', '61_65', 'from_66']

onBothEngines((database) => {
  let open: CollectingCounty
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `9901${serial}`)
  })
  const callerAt = (scope: string): Caller => ({
    actor: personAt(scope, '沈督导'),
    verb: 'collection.plan',
    scopes: [scope],
    purpose: '测试',
    origin: { requestId: 't', address: '127.0.0.1' },
  })
  /** Starts a check and waits until it is over, well or not. */
  const follow = async (runs: CountyCheckRuns, periodId = open.periodId): Promise<CountyCheckRun> => {
    const caller = callerAt(areaPath(open.county))
    const key = { county: open.county, periodId }
    // A small county may be checked by the time that the start is told.
    const begun = await runs.start(caller, key)
    expect(begun).toMatchObject({ started_by: '沈督导' })
    expect(['running', 'done', 'failed']).toContain(begun.state)
    for (;;) {
      const run = await runs.stateFor(caller, key)
      if (run.state !== 'running') return run
      await setTimeout(5)
    }
  }
  const start = async (periodId = open.periodId): Promise<CountyCheckRun & CountyCheckFindings> => {
    const caller = callerAt(areaPath(open.county))
    const runs = new CountyCheckRuns(testDoor(database()), () => today)
    const key = { county: open.county, periodId }
    const run = await follow(runs, periodId)
    return { ...run, ...(await runs.findingsFor(caller, key, {})) }
  }
  /** Twelve classes in all, eleven by size. */
  const fill = () =>
    as(database(), { name: '叶晴川', scope: open.school, verb: 'collection.fill' }, (ctx) =>
      saveCells(
        ctx,
        open.key,
        {
          edits: [
            { row_no: 0, column: 'classes', from: '', to: '12' },
            ...bands.map((band) => ({
              row_no: 0,
              column: `classes_${band}`,
              from: '',
              to: band === '41_45' ? '11' : '0',
            })),
          ],
        },
        { keyring: testKeyring(), way: 'page' },
      ),
    )
  const all = async (runs: CountyCheckRuns, caller: Caller, key: { county: string; periodId: string }) => {
    const found: CountyFinding[] = []
    for await (const one of (await runs.resultFor(caller, key)).findings) found.push(one)
    return found
  }
  /** The table of the form cannot be found while the work is done. */
  const withoutTable = async (work: () => Promise<void>): Promise<void> => {
    const name = (change: string) =>
      database().run(`update packs_register_tables set table_name = ${change} where register_id = 'school_form'`)
    await name("table_name || '_gone'")
    await work()
    await name("replace(table_name, '_gone', '')")
  }
  /** Another period of the same year, which asks for another form. */
  const openOther = async (): Promise<string> => {
    const loaded = await loadPack()
    const who = { name: '督导', scope: areaPath(open.county), verb: 'collection.plan' } as const
    const plans = [{ register: 'school_supplement', unit_ids: ['S2199000001'], has_first_review: false }]
    const days = { year: 2025, opens_on: '2026-11-01', closes_on: '2026-11-30' }
    const body = { title: '2025年补充表采集', pack_id: 'quality-balance-2017', ...days, plans }
    return (await as(database(), who, (ctx) => openPeriod(ctx, open.county, body, loaded))).period_id
  }
  const moveTo = (status: string) =>
    database().run('update collection_submissions set status = $2 where county_code = $1 and task_id is not null', [
      open.county,
      status,
    ])

  it('looks only at what was handed in, and tells what disagrees, of whom, and in which form it is mended', async () => {
    await fill()
    expect(await start()).toMatchObject({ state: 'done', submissions: 0, hard: 0, soft: 0, findings: [] })
    await moveTo('submitted')
    const run = await start()
    expect(run).toMatchObject({ state: 'done', submissions: 1, started_at: today.toISOString() })
    expect(run.hard).toBeGreaterThan(0)
    expect(run.done).toBe(run.total)
    const levels = run.findings.map(({ level }) => level)
    expect(levels).toEqual(levels.toSorted((a, b) => (a === b ? 0 : a === 'hard' || b === 'note' ? -1 : 1)))
    expect(run.findings.find(({ check }) => check === 'sum_of_bands')).toMatchObject({
      level: 'hard',
      unit: '2199000001',
      unit_name: '石桥镇中心小学',
      register_title: '学校填报表',
      task_id: open.key.taskId,
      message: expect.stringMatching(/^各班额段班级数之和为11，班级总数为12/),
    })
  })

  it('counts and tells only of what this period collects, whatever another one of the year holds', async () => {
    await fill()
    const periodId = await openOther()
    await moveTo('submitted')
    const nothing = { state: 'done', submissions: 0, hard: 0, soft: 0, findings: [] }
    expect(await start(periodId)).toMatchObject(nothing)
    const first = await start()
    expect(first.submissions).toBe(1)
    expect(first.findings.length).toBeGreaterThan(0)
    expect(first.findings.filter(({ register }) => register !== '' && register !== 'school_form')).toEqual([])
  })

  it('keeps the last result readable when a later check fails, and says beside it why it failed', async () => {
    await fill()
    await moveTo('submitted')
    let now = today
    const runs = new CountyCheckRuns(testDoor(database()), () => now)
    const [caller, key] = [callerAt(areaPath(open.county)), { county: open.county, periodId: open.periodId }]
    const first = await follow(runs)
    expect(first).toMatchObject({ state: 'done', result: { submissions: 1, started_at: today.toISOString() } })
    const found = await runs.findingsFor(caller, key, {})
    now = new Date('2026-11-26T04:00:00Z')
    await withoutTable(async () => {
      const second = await follow(runs)
      expect(second).toMatchObject({ state: 'failed', started_at: now.toISOString(), result: first.result })
      expect(second.problem).toMatch(/\S/)
    })
    expect(await runs.findingsFor(caller, key, {})).toEqual(found)
    expect(await all(runs, caller, key)).toEqual(found.findings)
    expect((await follow(runs)).result).toMatchObject({ started_at: now.toISOString() })
  })

  it('keeps the last result over a restart of the program, all of it, with its day; nothing of the one before', async () => {
    await fill()
    await moveTo('submitted')
    const [caller, key] = [callerAt(areaPath(open.county)), { county: open.county, periodId: open.periodId }]
    const before = new CountyCheckRuns(testDoor(database()), () => today)
    expect(await before.stateFor(caller, key)).toEqual({ state: 'none', done: 0, total: 0 })
    await follow(before)
    await follow(before)
    const found = await before.findingsFor(caller, key, {})
    const later = new CountyCheckRuns(testDoor(database()), () => new Date('2026-12-24T04:00:00Z'))
    expect(await later.stateFor(caller, key)).toMatchObject({
      state: 'done',
      started_by: '沈督导',
      result: { started_at: today.toISOString(), submissions: 1, hard: found.hard },
    })
    expect(await later.findingsFor(caller, key, {})).toEqual(found)
    expect(await all(later, caller, key)).toEqual(found.findings)
    const [stored] = await database().run<{ findings: number }>(
      'select count(*)::int as findings from collection_county_findings where county_code = $1',
      [open.county],
    )
    expect(stored?.findings).toBe(found.findings.length)
  })

  it('gives the findings of one rule alone', async () => {
    await fill()
    await moveTo('submitted')
    const runs = new CountyCheckRuns(testDoor(database()), () => today)
    const [caller, key] = [callerAt(areaPath(open.county)), { county: open.county, periodId: open.periodId }]
    await follow(runs)
    const { findings, listed_of } = await runs.findingsFor(caller, key, { check: 'sum_of_bands' })
    expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(['sum_of_bands']))
    expect(listed_of).toBe(findings.length)
  })

  it('shows nobody what was found outside of their reach', async () => {
    await fill()
    await moveTo('submitted')
    const runs = new CountyCheckRuns(testDoor(database()), () => today)
    const key = { county: open.county, periodId: open.periodId }
    await runs.start(callerAt(areaPath(open.county)), key)
    await expect(runs.stateFor(callerAt(areaPath('990999')), key)).rejects.toMatchObject({
      code: 'collection.period_not_found',
    })
    const below = callerAt(`${areaPath(open.county)}T01/`)
    await expect(runs.resultFor(below, key)).rejects.toMatchObject({ code: 'collection.period_not_found' })
  })

  it('leaves an event of who had the whole county checked', async () => {
    await start()
    const [event] = await database().run<{ subject: string; actor_name: string }>(
      "select subject, actor_name from audit_events where county_code = $1 and action = 'collection.check_county'",
      [open.county],
    )
    expect(event).toMatchObject({ actor_name: '沈督导' })
  })
})
