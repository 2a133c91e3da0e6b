import { areaPath } from '@eduduty/core/organizations'
import { beforeEach, expect, it } from 'vitest'
import { recheckTask } from '../../../src/collection/entry/recheck-task.ts'
import { saveAndCheck } from '../../../src/collection/entry/save-and-check.ts'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import { getTask } from '../../../src/collection/tasks/get-task.ts'
import { listFindings } from '../../../src/collection/tasks/list-findings.ts'
import { personAt, testDoor, testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { as, type CollectingCounty, loadPack, openCollecting, today } from './collecting-county.ts'
import { clerk, deskOf } from './desk.ts'

let serial = 400

onBothEngines((database) => {
  let open: CollectingCounty
  let other: { county: string; taskId: string }
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    const loaded = await loadPack()
    const plans = [{ register: 'school_supplement', unit_ids: ['S2199000001'], has_first_review: false }]
    const days = { year: 2025, opens_on: '2026-11-01', closes_on: '2026-11-30' }
    const body = { title: '补充', pack_id: 'quality-balance-2017', ...days, plans }
    await as(database(), { name: '督导', scope: areaPath(open.county), verb: 'collection.plan' }, (ctx) =>
      openPeriod(ctx, open.county, body, loaded),
    )
    const [task] = await database().run<{ task_id: string }>(
      `select task_id from collection_tasks where county_code = $1 and register = 'school_supplement'`,
      [open.county],
    )
    other = { county: open.county, taskId: task?.task_id ?? '' }
  })
  const at = (minute: number): Date => new Date(today.getTime() + minute * 60_000)
  const recheck = (minute: number) => {
    const caller = {
      actor: personAt(open.school, clerk),
      verb: 'collection.fill' as const,
      scopes: [open.school],
      purpose: '测试',
      origin: { requestId: 't', address: '127.0.0.1' },
    }
    const door = testDoor(database(), () => at(minute))
    return recheckTask(door, caller, other, testKeyring())
  }
  const type = (key: { county: string; taskId: string }, column: string, to: string, minute: number) =>
    deskOf(database(), open).fill(
      (ctx) => saveAndCheck(ctx, key, { edits: [{ row_no: 0, column, from: '', to }] }, testKeyring()),
      clerk,
      at(minute),
    )
  const found = () =>
    deskOf(database(), open).fill(async (ctx) =>
      (await listFindings(ctx, await getTask(ctx, other))).flatMap(({ kind, check }) =>
        kind === 'check' ? [check] : [],
      ),
    )

  it('what stood out among peers is told no longer once what it was measured by has changed', async () => {
    const desk = deskOf(database(), open)
    await type(open.key, 'teachers', '32', 0)
    const outliers = () =>
      desk.fill(async (ctx) =>
        (await listFindings(ctx, await getTask(ctx, open.key))).flatMap((one) => (one.kind === 'outlier' ? [one] : [])),
      )
    await database().run(
      `insert into collection_findings (county_code, task_id, finding_no, kind, severity, code, check_id, row_no,
         column_id, columns, title, message, advice, left_label, left_text, org_path)
       select county_code, task_id, 900, 'outlier', 'soft', 'outlier', 'outlier:teachers', row_no, 'teachers', 'teachers',
         '与同类单位相差过大', '每百名学生 6 名教师', '请核实', '教师', '32', org_path
       from r_quality_balance_2017_school_form join collection_tasks using (county_code, submission_id, org_path)
       where county_code = $1 and task_id = $2`,
      [open.county, open.key.taskId],
    )
    await type(open.key, 'founded_year', '1998', 10)
    expect(await outliers()).toMatchObject([{ check: 'outlier:teachers' }])
    await type(open.key, 'primary_pupils', '516', 20)
    expect(await outliers()).toEqual([])
  })

  it('a form that is opened is checked again only after another table of the unit was changed', async () => {
    await type(other, 'training_settled', '50', 0)
    expect(await found()).not.toContain('settled_training_within')
    expect(await recheck(10)).toBe(false)
    await type(open.key, 'public_funds_settled', '10', 20)
    expect(await found()).not.toContain('settled_training_within')
    expect(await recheck(30)).toBe(true)
    expect(await found()).toContain('settled_training_within')
    expect(await recheck(40)).toBe(false)
  })
})
