import { ledgerFigureTitles, type PeriodicList, type PeriodicView } from '@eduduty/core/enrolment'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepClocks } from '../../src/clocks/index.ts'
import { enrolmentRoutes } from '../../src/enrolment/index.ts'
import { openUnit } from '../../src/organizations/index.ts'
import { installMissingTables, readPack } from '../../src/packs/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testCounty, testDoor } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { child } from './case-desk.ts'
import { decideAll } from './decide-all.ts'

const root = areaPath(testCounty)
const url = `/api/enrolment/periodic/${testCounty}`
const headers = { 'x-eduduty-csrf': 'token' }
/** After the working days of the report on September have run out. */
const today = new Date('2025-10-20T01:00:00Z')
const register = 'r_duty_registers_child_register'
let db: Database
let bureau: App
let school: App
let township: App
const paths = new Map<string, OrgPath>()

beforeAll(async () => {
  db = await memoryDatabase()
  const { loaded } = await readPack('duty-registers', '/')
  if (loaded === undefined) throw new Error('the pack of the program is wrong')
  await installMissingTables(db, loaded.pack)
  const door = testDoor(db)
  await door.write(systemIn(), async (ctx) => {
    const government = { kind: 'government', name: '云岭县人民政府', code: testCounty } as const
    await openUnit(ctx, { ...government, unitId: 'G', parentPath: undefined, openedOn: '2020-01-01' })
    const town = { unitId: 'T01', kind: 'township', name: '青山乡', parentPath: root, openedOn: '2020-01-01' } as const
    const { orgPath } = await openUnit(ctx, town)
    paths.set('T01', orgPath)
    const bureauUnit = { unitId: 'D02', kind: 'department', name: '云岭县教育局', parentPath: root } as const
    await openUnit(ctx, { ...bureauUnit, openedOn: '2020-01-01' })
    for (const [unitId, name, schoolType] of [
      ['S01', '青山乡中心小学', '小学'],
      ['S02', '云岭县特殊教育学校', '特殊教育学校'],
    ] as const) {
      const one = { unitId, kind: 'school', name, schoolType, parentPath: orgPath, openedOn: '2020-01-01' } as const
      paths.set(unitId, (await openUnit(ctx, one)).orgPath)
    }
  })
  const as = (role: 'department_head' | 'school_clerk' | 'township_clerk', scope: OrgPath, person: string) =>
    createApp({ deps: depsAs(db, [{ role, scope }], () => today, person), routes: [enrolmentRoutes] })
  bureau = await as('department_head', root, '县教育局')
  school = await as('school_clerk', pathOf('S01'), '学校填报员')
  township = await as('township_clerk', pathOf('T01'), '乡镇专干')
})

afterAll(async () => {
  for (const app of [bureau, school, township]) await app.close()
  await db.close()
})

function pathOf(unit: string): OrgPath {
  const path = paths.get(unit)
  if (path === undefined) throw new Error(`no unit ${unit}`)
  return path
}

const list = async (app: App): Promise<PeriodicList> => (await app.inject({ url })).json()
const plan = (app: App, since = '2025-09-01') =>
  app.inject({ method: 'POST', headers, url, payload: { year: 2025, since } })
const find = async (app: App, title: string, period: string) =>
  (await list(app)).rows.find((row) => row.title === title && row.period === period)
const handIn = (app: App, id: string, payload: object) =>
  app.inject({ method: 'POST', headers, url: `${url}/${id}/versions`, payload })

async function owedId(app: App, title: string, period: string): Promise<string> {
  const row = await find(app, title, period)
  if (row === undefined) throw new Error(`nobody owes ${title} ${period}`)
  return row.periodic
}

async function addFinding(id: string, name: string, state: string, foundAt: string): Promise<void> {
  await db.run(
    `insert into enrolment_findings (county_code, finding_id, org_path, pack_id, match_id, match_title, year, ledger,
       subject, print, says, name, from_path, found_at, last_run, state, schools)
     values ($1, $2, $3, 'p', 'm', '比对', 2025, '疑似辍学', $2, '', '缺勤', $4, $3, $5, 'r', $6, '[]')`,
    [testCounty, id, pathOf('S01'), name, foundAt, state],
  )
}

describe('periodic reports', () => {
  it('are opened once for every school that owes them, and for the county', async () => {
    expect((await plan(school)).statusCode).toBe(403)
    expect((await plan(bureau)).json()).toEqual({ added: 16 })
    expect((await plan(bureau)).json()).toEqual({ added: 0 })
    const { rows } = await list(bureau)
    expect(rows.filter(({ unit }) => unit === '云岭县特殊教育学校')).toEqual([])
    expect(rows.filter(({ unit }) => unit === '青山乡中心小学')).toHaveLength(9)
  })

  it('have no time running until the county has said how long it is; then it runs from the last day of the stretch', async () => {
    const waiting = await find(bureau, '学校月报', '9月')
    expect(waiting).toMatchObject({ is_undecided: true, state: 'owed', unverified: false })
    expect(waiting).not.toHaveProperty('due_on')
    expect(await db.run('select 1 from clocks_clocks')).toEqual([])
    await decideAll(db, testCounty, () => today)
    expect((await list(bureau)).rows.filter((row) => row.is_undecided)).toEqual([])
    expect(await db.run('select count(*) as n from clocks_clocks')).toEqual([{ n: 16 }])
  })

  it('are due some working days after their stretch, as the county has decided, and late afterwards', async () => {
    const september = await find(bureau, '学校月报', '9月')
    // National Day and the Mid-Autumn Festival are between; 11 October is worked.
    expect(september).toMatchObject({
      ends_on: '2025-09-30',
      due_on: '2025-10-14',
      state: 'overdue',
      unverified: false,
    })
    expect(await find(bureau, '学校月报', '10月')).toMatchObject({ state: 'early', may_hand_in: false })
  })

  it('show a school its own alone, and let nobody else hand them in', async () => {
    expect(new Set((await list(school)).rows.map(({ unit }) => unit))).toEqual(new Set(['青山乡中心小学']))
    const id = await owedId(township, '学校月报', '9月')
    const answer = await handIn(township, id, { stated_on: '2025-10-20', figures: [], says: '' })
    expect(answer.json()).toMatchObject({ type: 'enrolment.periodic_of_other' })
  })

  it('are told to the school when they are late, and to the township after that', async () => {
    await sweepClocks(testDoor(db), today)
    const fired = await db.run<{ kind: string; org_path: string; post: string }>(
      `select kind, org_path, post from clocks_firings where title = '学校月报（2025年9月）' order by on_day, kind`,
    )
    expect(fired).toContainEqual({ kind: 'overdue', org_path: pathOf('S01'), post: '' })
    expect(fired).toContainEqual({ kind: 'escalate', org_path: pathOf('T01'), post: '教育专干' })
  })

  it('ask for a reason where the stated number is not that of the ledger, and end their time limit', async () => {
    await addFinding('f1', '欧阳小明', 'open', '2025-10-08T01:00:00Z')
    const id = await owedId(school, '学校月报', '9月')
    const figures = (open: number) =>
      Object.entries({ on_roll: 0, open, confirmed: 0, cases: 0, returned: 0 }).map(([figure, stated]) => ({
        figure,
        stated,
      }))
    const body = (open: number, says: string) => ({ stated_on: '2025-10-10', figures: figures(open), says })
    expect((await handIn(school, id, body(0, ''))).json()).toMatchObject({ type: 'enrolment.periodic_says' })
    expect((await handIn(school, id, { ...body(1, ''), figures: [] })).json().title).toContain(ledgerFigureTitles.open)
    const done: PeriodicView = (await handIn(school, id, body(1, '没有报学生名册'))).json()
    expect(done.row).toMatchObject({ state: 'late', handed_in_on: '2025-10-20', stated_on: '2025-10-10' })
    const [clock] = await db.run<{ state: string }>(
      `select c.state from clocks_clocks c join enrolment_periodic p on p.clock_id = c.clock_id where p.periodic_id = $1`,
      [id],
    )
    expect(clock?.state).toBe('stopped')
  })

  it('take the number of pupils from the roll of the day, and where none stood then say which roll it is', async () => {
    const id = await owedId(school, '学校月报', '9月')
    const rollOn = async (day: string) => {
      const view: PeriodicView = (await school.inject({ url: `${url}/${id}?on=${day}` })).json()
      const { now, near } = view.figures.find(({ figure }) => figure === 'on_roll') ?? {}
      return { now, near }
    }
    expect(await rollOn('2025-10-10')).toEqual({ now: undefined, near: undefined })
    await db.run(
      `insert into collection_submissions (county_code, org_path, submission_id, pack_id, register, unit_code, unit_name,
         year, status, created_at) values ($1, $2, 'roll', 'duty-registers', 'pupil_roster', 'S01', '青山乡中心小学', 2025,
         'submitted', '2025-10-12T01:00:00Z')`,
      [testCounty, pathOf('S01')],
    )
    for (const pupil of ['P1', 'P2'])
      await db.run(
        `insert into r_duty_registers_pupil_roster (county_code, year, org_path, submission_id, pupil_no)
         values ($1, 2025, $2, 'roll', $3)`,
        [testCounty, pathOf('S01'), pupil],
      )
    expect(await rollOn('2025-10-12')).toEqual({ now: 2, near: undefined })
    // Handed in two days later: it is no number of that day's ledger, but it is there to begin with.
    expect(await rollOn('2025-10-10')).toEqual({
      now: undefined,
      near: { count: 2, year: 2025, handed_in_on: '2025-10-12' },
    })
    const figures = Object.entries({ on_roll: 1, open: 1, confirmed: 0, cases: 0, returned: 0 }).map(
      ([figure, stated]) => ({ figure, stated }),
    )
    const unexplained = await handIn(school, id, { stated_on: '2025-10-10', figures, says: ' ' })
    expect(unexplained.json()).toMatchObject({ type: 'enrolment.periodic_says' })
    expect(unexplained.json().title).toContain('学籍人数报送1、台账2（2025学年、2025-10-12报的名册）')
    expect((await handIn(school, id, { stated_on: '2025-10-10', figures, says: '一人已转出' })).statusCode).toBe(200)
    await db.run(`delete from r_duty_registers_pupil_roster where submission_id = 'roll'`)
    await db.run(`delete from collection_submissions where submission_id = 'roll'`)
    // Which roll it began with is kept with it, whatever becomes of the roll.
    const kept: PeriodicView = (await school.inject({ url: `${url}/${id}` })).json()
    expect(kept.figures.find(({ figure }) => figure === 'on_roll')).toEqual({
      figure: 'on_roll',
      stated: 1,
      counted_near: { count: 2, year: 2025, handed_in_on: '2025-10-12' },
    })
  })

  it('are counted at first as of the last day of their stretch, not as of today', async () => {
    const id = await owedId(bureau, '县季度报告', '第三季度')
    const view: PeriodicView = (await bureau.inject({ url: `${url}/${id}` })).json()
    // Found on 8 October, after the quarter was over.
    expect([view.on, view.figures.find(({ figure }) => figure === 'open')?.now]).toEqual(['2025-09-30', 0])
  })

  it('of the county stand under the department that makes them', async () => {
    expect((await find(bureau, '县季度报告', '第三季度'))?.unit).toBe('云岭县教育局')
  })

  it('are returned to the unit with a reason: owed again, with a time limit that runs anew, and told to the unit', async () => {
    const id = await owedId(school, '学校月报', '9月')
    const back = (app: App, one: string) =>
      app.inject({ method: 'POST', headers, url: `${url}/${one}/return`, payload: { reason: '与学籍人数不符' } })
    expect((await back(school, id)).statusCode).toBe(403)
    const county = await owedId(bureau, '县季度报告', '第三季度')
    expect((await back(bureau, county)).json()).toMatchObject({ type: 'enrolment.periodic_not_handed_in' })
    expect((await find(bureau, '学校月报', '9月'))?.may_return).toBe(true)
    const returned: PeriodicView = (await back(bureau, id)).json()
    expect(returned.row).toMatchObject({ state: 'returned', returned_on: '2025-10-20', may_return: false })
    expect(returned.row.due_on).toBe('2025-10-27')
    expect(returned.returned).toEqual({ on: '2025-10-20', by: '县教育局', reason: '与学籍人数不符' })
    expect(returned.versions).toHaveLength(2)
    const clocks = () =>
      db.run<{ state: string }>(`select state from clocks_clocks where subject_id = $1 order by started_on`, [id])
    expect((await clocks()).map(({ state }) => state)).toEqual(['stopped', 'running'])
    const figures = ['on_roll', 'open', 'confirmed', 'cases', 'returned'].map((figure) => ({ figure, stated: 1 }))
    const again: PeriodicView = (await handIn(school, id, { stated_on: '2025-10-10', figures, says: '已核对' })).json()
    expect(again.row).toMatchObject({ state: 'in_time', handed_in_on: '2025-10-20' })
    expect(again).not.toHaveProperty('returned')
    expect((await clocks()).map(({ state }) => state)).toEqual(['stopped', 'stopped'])
  })

  it('tell child by child what the ledger of the stated day holds otherwise since', async () => {
    const id = await owedId(school, '学校月报', '9月')
    const read = async (app: App): Promise<PeriodicView> => (await app.inject({ url: `${url}/${id}` })).json()
    expect((await read(school)).differences).toEqual([])
    // Found after the stated day: it says nothing of it.
    await addFinding('f2', '张三', 'open', '2025-10-15T01:00:00Z')
    expect((await read(school)).differences).toEqual([])
    await addFinding('f3', '李四', 'open', '2025-10-09T01:00:00Z')
    await db.run(
      `update enrolment_findings set state = 'excluded', settled_at = '2025-10-09T02:00:00Z' where finding_id = 'f1'`,
    )
    const { differences, figures } = await read(bureau)
    expect(differences).toEqual([
      { ledger: 'suspected', child: '李*', before: '', now: '待核实' },
      { ledger: 'suspected', child: '欧***', before: '待核实', now: '' },
    ])
    expect(figures.find(({ figure }) => figure === 'open')).toEqual({ figure: 'open', stated: 1, counted: 1, now: 1 })
  })

  it('count the children of the register only where one was handed in by the day', async () => {
    const id = await owedId(bureau, '县季度报告', '第三季度')
    const on = async (day: string): Promise<PeriodicView> =>
      (await bureau.inject({ url: `${url}/${id}?on=${day}` })).json()
    await db.run(
      `insert into collection_submissions (county_code, org_path, submission_id, pack_id, register, unit_code, unit_name,
         year, status, created_at) values ($1, $2, 's1', 'duty-registers', 'child_register', 'T01', '青山乡', 2025,
         'submitted', '2025-10-12T01:00:00Z')`,
      [testCounty, pathOf('T01')],
    )
    await db.run(
      `insert into ${register} (county_code, year, org_path, submission_id, township_code, child_no, child_name,
         child_state) values ($1, 2025, $2, 's1', 'T01', 'E1', '张三', '辍学')`,
      [testCounty, pathOf('T01')],
    )
    const children = ({ figures }: PeriodicView) => figures.find(({ figure }) => figure === 'children')?.now
    expect(children(await on('2025-10-11'))).toBeUndefined()
    expect(children(await on('2025-10-12'))).toBe(1)
  })

  it('say the same of a school whoever reads it, though the county holds a copy of each case and has newer ledgers', async () => {
    await db.run(`delete from enrolment_findings`)
    await db.run(
      `insert into collection_submissions (county_code, org_path, submission_id, pack_id, register, unit_code, unit_name,
         year, status, created_at) values ($1, $2, 'old', 'duty-registers', 'pupil_roster', 'S01', '青山乡中心小学', 2024,
         'submitted', '2025-10-12T01:00:00Z')`,
      [testCounty, pathOf('S01')],
    )
    await db.run(
      `insert into r_duty_registers_pupil_roster (county_code, year, org_path, submission_id, pupil_no)
       values ($1, 2024, $2, 'old', 'P1')`,
      [testCounty, pathOf('S01')],
    )
    const opened = await township.inject({
      method: 'POST',
      headers,
      url: `/api/enrolment/cases/${testCounty}`,
      payload: child({ township: 'T01', school: 'S01' }),
    })
    expect(opened.statusCode).toBe(200)
    const id = await owedId(school, '学校月报', '9月')
    const read = async (app: App): Promise<PeriodicView> =>
      (await app.inject({ url: `${url}/${id}?on=2025-10-20` })).json()
    for (const app of [school, township, bureau]) {
      const { figures } = await read(app)
      expect(figures).toContainEqual({ figure: 'cases', now: 1 })
      expect(figures).toContainEqual({ figure: 'on_roll', now: 1 })
    }
  })
})
