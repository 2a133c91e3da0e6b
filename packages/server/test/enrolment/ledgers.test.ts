import { type LedgerBook, type LedgerRows, notInRegister } from '@eduduty/core/enrolment'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrolmentRoutes } from '../../src/enrolment/index.ts'
import { openUnit } from '../../src/organizations/index.ts'
import { installMissingTables, readPack } from '../../src/packs/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testCounty, testDoor } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

const root = areaPath(testCounty)
const clock = () => new Date('2026-03-01T01:00:00Z')
const register = 'r_duty_registers_child_register'
let db: Database
let office: App
let township: App
let neighbour: App
let school: App
let stranger: App
const paths = new Map<string, OrgPath>()

interface Child {
  readonly no: string
  readonly state: string
  readonly name?: string
  readonly proof?: string
  readonly number?: string
}

const children: readonly Child[] = [
  { no: 'E1', state: '县内就读' },
  { no: 'E2', state: '县外就读', proof: '在读证明' },
  { no: 'E3', state: '县外就读' },
  { no: 'E4', state: '辍学', name: '欧阳小明', number: 'n4:sealed' },
  { no: 'E5', state: '未入学', number: 'n5:sealed' },
]

beforeAll(async () => {
  db = await memoryDatabase()
  const { loaded } = await readPack('duty-registers', '/')
  if (loaded === undefined) throw new Error('the pack of the program is wrong')
  await installMissingTables(db, loaded.pack)
  const door = testDoor(db)
  await door.write(systemIn(), async (ctx) => {
    const open = (unitId: string, name: string) =>
      openUnit(ctx, { unitId, kind: 'township', name, parentPath: root, openedOn: '2020-01-01' })
    const government = { kind: 'government', name: '云岭县人民政府', code: testCounty } as const
    await openUnit(ctx, { ...government, unitId: 'G', parentPath: undefined, openedOn: '2020-01-01' })
    for (const [id, name] of [
      ['T01', '青山乡'],
      ['T02', '白水镇'],
    ] as const)
      paths.set(id, (await open(id, name)).orgPath)
    const below = { kind: 'school', parentPath: pathOf('T01'), openedOn: '2020-01-01' } as const
    paths.set('S01', (await openUnit(ctx, { ...below, unitId: 'S01', name: '青山乡中学', code: '3199000999' })).orgPath)
  })
  await handIn('T01', 's-old', 'superseded', [{ no: 'E1', state: '辍学' }])
  await handIn('T01', 's1', 'submitted', children)
  await handIn('T02', 's2', 'submitted', [{ no: 'E1', state: '县内就读' }])
  const as = (role: 'supervisor' | 'township_clerk' | 'school_clerk', scope: OrgPath, person: string) =>
    createApp({ deps: depsAs(db, [{ role, scope }], clock, person), routes: [enrolmentRoutes] })
  office = await as('supervisor', root, '县督导办')
  township = await as('township_clerk', pathOf('T01'), '乡镇专干')
  neighbour = await as('township_clerk', pathOf('T02'), '邻乡专干')
  school = await as('school_clerk', pathOf('S01'), '学籍员')
  stranger = await as('supervisor', areaPath('990909'), '外县')
})

afterAll(async () => {
  for (const app of [office, township, neighbour, school, stranger]) await app.close()
  await db.close()
})

function pathOf(unit: string): OrgPath {
  const path = paths.get(unit)
  if (path === undefined) throw new Error(`no unit ${unit}`)
  return path
}

async function handIn(unit: string, id: string, status: string, rows: readonly Child[], year = 2025): Promise<void> {
  await db.run(
    `insert into collection_submissions (county_code, org_path, submission_id, pack_id, register, unit_code, unit_name,
       year, status, created_at) values ($1, $2, $3, 'duty-registers', 'child_register', $4, $4, $6, $5, now())`,
    [testCounty, pathOf(unit), id, unit, status, year],
  )
  for (const { no, state, name = '张三', proof, number } of rows)
    await db.run(
      `insert into ${register} (county_code, year, org_path, submission_id, township_code, child_no, child_name,
         child_state, enrolment_proof, id_number, birth_on, gender)
       values ($1, $10, $2, $3, $4, $5, $6, $7, $8, $9, '2015-09-02', '男')`,
      [testCounty, pathOf(unit), id, unit, no, name, state, proof ?? null, number ?? null, year],
    )
}

const read = async (app: App): Promise<LedgerBook> =>
  (await app.inject({ url: `/api/enrolment/ledgers/${testCounty}` })).json()
const rows = async (app: App, ledger: string, query = ''): Promise<LedgerRows> =>
  (await app.inject({ url: `/api/enrolment/ledgers/${testCounty}/2025/${ledger}${query}` })).json()

describe('the three ledgers', () => {
  it('count each township by what its register says, and what was replaced not at all', async () => {
    const book = await read(office)
    expect(book).toMatchObject({ years: [2025], year: 2025 })
    const found = book.places.find(({ name }) => name === '青山乡')
    expect(found).toMatchObject({ children: 5, inside: 1, outside: 1, unproven: 1, out_of_school: 2, other: 0 })
    expect(found).not.toHaveProperty('on_roll')
  })

  it('name each child out of school whom no other ledger has, masked', async () => {
    const { differences } = await read(office)
    expect(differences.map(({ kind, child }) => `${kind} ${child}`)).toEqual([
      'out_without_case 欧***',
      'out_without_case 张*',
    ])
  })

  it('show a township its own children alone', async () => {
    expect((await read(township)).places.map(({ name }) => name)).toEqual(['青山乡'])
    expect((await rows(township, 'children')).total).toBe(5)
    expect((await rows(office, 'children')).total).toBe(6)
  })

  it('tell a township what does not agree in its own ledgers, as the county is told, and nobody else', async () => {
    expect((await read(township)).differences).toEqual((await read(office)).differences)
    expect((await read(neighbour)).differences).toEqual([])
  })

  it('list children with what is missing, those out of school first, names masked and no numbers', async () => {
    const list = await rows(office, 'children')
    expect(list.rows.slice(0, 3).map(({ name, state, says }) => [name, state, says])).toEqual([
      ['欧***', '辍学', ''],
      ['张*', '未入学', ''],
      ['张*', '县外就读', '待补证明'],
    ])
    expect(JSON.stringify(list)).not.toMatch(/sealed|欧阳/)
    expect(list.rows[0]?.age).toBe(9)
    expect((await rows(office, 'children', `?state=${encodeURIComponent('辍学')}`)).total).toBe(1)
    expect((await rows(office, 'children', `?unit=${encodeURIComponent(pathOf('T02'))}`)).total).toBe(1)
  })

  it('count what the bureau handed in for a township, and no pupil whom only a replaced roster has', async () => {
    const submission = (id: string, register: string, status: string, path: OrgPath) =>
      db.run(
        `insert into collection_submissions (county_code, org_path, submission_id, pack_id, register, unit_code, unit_name,
           year, status, created_at) values ($1, $2, $3, 'duty-registers', $4, $1, '云岭县', 2024, $5, now())`,
        [testCounty, path, id, register, status],
      )
    await submission('s-all', 'child_register', 'submitted', root)
    await db.run(
      `insert into ${register} (county_code, year, org_path, submission_id, township_code, child_no, child_name, child_state)
       values ($1, 2024, $2, 's-all', 'T01', 'E9', '张三', '辍学')`,
      [testCounty, pathOf('T01')],
    )
    for (const [id, status, pupils] of [
      ['s-before', 'superseded', ['P1', 'P2']],
      ['s-now', 'submitted', ['P1']],
    ] as const) {
      await submission(id, 'pupil_roster', status, pathOf('T01'))
      for (const pupil of pupils)
        await db.run(
          `insert into r_duty_registers_pupil_roster (county_code, year, org_path, submission_id, pupil_no)
           values ($1, 2024, $2, $3, $4)`,
          [testCounty, pathOf('T01'), id, pupil],
        )
    }
    const book = (await township.inject({ url: `/api/enrolment/ledgers/${testCounty}?year=2024` })).json()
    expect(book.places).toMatchObject([{ name: '青山乡', children: 1, out_of_school: 1, on_roll: 1 }])
  })

  it('show a school its roll and the years of it, though the bureau handed in the roster for all schools', async () => {
    await db.run(
      `insert into collection_submissions (county_code, org_path, submission_id, pack_id, register, unit_code, unit_name,
         year, status, created_at)
       values ($1, $2, 's-roll', 'duty-registers', 'pupil_roster', $1, '云岭县', 2023, 'submitted', now())`,
      [testCounty, root],
    )
    await db.run(
      `insert into r_duty_registers_pupil_roster (county_code, year, org_path, submission_id, pupil_no)
       values ($1, 2023, $2, 's-roll', 'P7')`,
      [testCounty, pathOf('S01')],
    )
    expect(await read(school)).toMatchObject({
      years: [2023],
      year: 2023,
      places: [{ name: '青山乡中学', on_roll: 1 }],
    })
    expect(await read(township)).toMatchObject({ year: 2025 })
  })

  it('tell on the row of a reported child whether the register has it, and which earlier years still wait', async () => {
    const payload = {
      name: '卫小竹',
      township: 'T01',
      school: 'S01',
      grounds: '开学没有到校',
      groups: [],
      id_number: '990101201305171030',
    }
    const headers = { 'x-eduduty-csrf': 'token' }
    const url = `/api/enrolment/cases/${testCounty}`
    const teacher = await createApp({
      deps: depsAs(db, [{ role: 'school_head', scope: pathOf('S01'), unit: pathOf('S01') }], clock, '校长'),
      routes: [enrolmentRoutes],
    })
    const opened = await teacher.inject({ method: 'POST', url, headers, payload })
    expect([opened.statusCode, opened.body]).toEqual([200, expect.anything()])
    const list = await rows(teacher, 'suspected')
    expect(list.rows.map(({ name, state, says }) => [name, state, says])).toEqual([
      ['卫**', '属实', `报告疑似辍学，2026-03-01立案：开学没有到校（${notInRegister}）`],
    ])
    const [held] = await db.run<{ index: string }>('select distinct id_number_index as index from enrolment_holdings')
    await handIn('T02', 's3', 'submitted', [
      { no: 'E9', state: '辍学', name: '卫小竹', number: `${held?.index}:sealed` },
    ])
    expect((await rows(teacher, 'suspected')).rows[0]?.says).toBe('报告疑似辍学，2026-03-01立案：开学没有到校')
    await teacher.close()
    await db.run(
      `insert into enrolment_findings (county_code, finding_id, org_path, pack_id, match_id, match_title, year, ledger,
         subject, print, says, name, from_path, found_at, last_run, schools)
       values ($1, 'f1', $2, 'dropout-control', 'hukou_roll', '户籍比学籍', 2024, '疑似失学', 'n9', '', '没有学籍', '张三', $2,
         now(), 'r1', '[]')`,
      [testCounty, pathOf('T01')],
    )
    expect(await read(office)).toMatchObject({ year: 2025, earlier_open: [{ year: 2024, open: 1 }] })
    expect((await read(neighbour)).earlier_open).toEqual([])
  })

  it('are not there for another county', async () => {
    const answer = await stranger.inject({ url: `/api/enrolment/ledgers/${testCounty}` })
    expect(answer.statusCode).toBe(404)
  })
})

describe('a ledger as a file', () => {
  const ask = (app: App, more: object = {}) =>
    app.inject({
      method: 'POST',
      url: `/api/enrolment/ledgers/${testCounty}/2025/children/exports`,
      headers: { 'x-eduduty-csrf': 'token' },
      payload: { reason: '向上级报送', ...more },
    })
  const decide = (app: App, id: string) =>
    app.inject({
      method: 'POST',
      url: `/api/enrolment/exports/${testCounty}/${id}/decision`,
      headers: { 'x-eduduty-csrf': 'token' },
      payload: { approves: true, says: '同意' },
    })
  const fetch = (app: App, id: string) => app.inject({ url: `/api/enrolment/exports/${testCounty}/${id}/file` })

  it('with children below 14 waits for a second person, and is then only for who asked', async () => {
    const asked = await ask(township)
    expect(asked.json()).toMatchObject({ state: 'asked', children: 5, minors: 5, may_decide: false, may_fetch: false })
    const id = asked.json().export
    expect((await fetch(township, id)).json()).toMatchObject({ type: 'enrolment.export_closed' })
    expect((await decide(township, id)).statusCode).toBe(403)
    expect((await decide(office, id)).json()).toMatchObject({ state: 'approved', decided_by: '县督导办' })
    expect((await fetch(office, id)).json()).toMatchObject({ type: 'enrolment.export_closed' })
    const file = await fetch(township, id)
    expect(file.statusCode).toBe(200)
    expect((await decide(office, id)).json()).toMatchObject({ type: 'enrolment.export_decided' })
    const sheet = new ExcelJS.Workbook()
    await sheet.xlsx.load(Uint8Array.from(file.rawPayload).buffer)
    const words = JSON.stringify(sheet.worksheets[0]?.getSheetValues())
    expect(words).toContain('欧阳小明')
    expect(words).toContain('乡镇专干')
    expect(words).toContain('用途：向上级报送')
    expect(words).not.toContain('sealed')
  })

  it('is not approved by whoever asked, and not asked for when nobody fits', async () => {
    const asked = await ask(office)
    expect((await decide(office, asked.json().export)).json()).toMatchObject({ type: 'enrolment.own_export' })
    expect((await ask(office, { state: '休学' })).json()).toMatchObject({ type: 'enrolment.nothing_to_export' })
  })

  it('leaves an event for asking, allowing and taking', async () => {
    const rows = await db.run<{ action: string }>(
      `select action from audit_events where county_code = $1 and action like 'enrolment.%export' order by action`,
      [testCounty],
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'enrolment.ask_export',
      'enrolment.ask_export',
      'enrolment.decide_export',
      'enrolment.export',
    ])
  })
})

describe('the year that is shown first', () => {
  it('stays the last whole one until half as many children are registered as there were', async () => {
    const before = await read(office)
    const known = (await rows(office, 'children')).total
    const next = Array.from({ length: Math.ceil(known / 2) }, (_, at) => ({ no: `N${at}`, state: '县内就读' }))
    await handIn('T01', 's-begun', 'submitted', next.slice(1), 2026)
    const begun = await read(office)
    expect(begun).toMatchObject({ year: before.year, begun: [{ year: 2026, children: next.length - 1 }] })
    expect(begun.years[0]).toBe(2026)
    await handIn('T02', 's-more', 'submitted', next.slice(0, 1), 2026)
    expect(await read(office)).toMatchObject({ year: 2026, begun: [] })
  })
})
