import { doorColumns, type LedgerRows } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import type { OrgPath } from '@eduduty/core/organizations'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { enrolmentRoutes } from '../../src/enrolment/index.ts'
import { writeDoorList } from '../../src/enrolment/matching/door-list.ts'
import { receiveDoorList } from '../../src/enrolment/matching/receive-door-list.ts'
import { takeDoorList } from '../../src/enrolment/matching/take-door-list.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testCounty, testDoor, testKeyring, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { type MatchWorld, matchChild, matchYear, openMatchWorld, schoolRow, townshipRow } from './matching-world.ts'

const county = testCounty
const keyring = testKeyring()
const township = systemIn(`${testPath}T01/`)
const out = { child_state: '未入学', attended_school: null }
const children = [1, 2, 3, 4, 5].map(matchChild)
const [home = '', abroad = '', unproved = '', odd = '', open = ''] = children.map(({ name }) => name)
let db: Database
let world: MatchWorld

beforeAll(async () => {
  db = await memoryDatabase()
  const door = testDoor(db, () => new Date('2026-01-12T08:00:00Z'))
  world = await openMatchWorld(db, door, keyring, ['hukou_roll'])
  await world.handIn(
    'child_register',
    children.map((child) => townshipRow(child, out)),
  )
  await world.handIn('pupil_roster', [schoolRow(matchChild(20))])
  await world.compare()
})

type Cells = Partial<Record<(typeof doorColumns)[number]['id'], string>>
const columnOf = (id: keyof Cells): number => doorColumns.findIndex((one) => one.id === id) + 1

/** The list as a village fills it, by the names of children. */
async function filled(lines: Readonly<Record<string, Cells>>, isNamed = true): Promise<Uint8Array> {
  const listed = await world.door.write(township, (ctx) => takeDoorList(ctx, county))
  const book = new ExcelJS.Workbook()
  const bytes = await writeDoorList({
    ...listed,
    county,
    keyring,
    mark: '2026-01-12 乡镇专干',
    on: '2026-01-12',
    isNamed,
  })
  await book.xlsx.load(Uint8Array.from(bytes).buffer)
  book.worksheets[0]?.eachRow((row) => {
    const cells = lines[String(row.getCell(columnOf('child_name')).value)] ?? {}
    for (const { id } of doorColumns) if (cells[id] !== undefined) row.getCell(columnOf(id)).value = cells[id]
  })
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const receive = (bytes: Uint8Array, name = '摸排表.xlsx', by = township) =>
  receiveDoorList(world.door, by, { county, keyring, file: { name, bytes } })

async function states(): Promise<ReadonlyMap<string, string>> {
  const rows = await db.run<{ name: string; state: string; why: string }>(
    'select name, state, why from enrolment_findings where county_code = $1',
    [county],
  )
  return new Map(rows.map(({ name, state, why }) => [name, `${state} ${why}`]))
}

test('what a village has filled is recorded line by line; a wrong line says what is wrong and hides no other', async () => {
  const bytes = await filled({
    [home]: { whereabouts: '在家，随奶奶生活', answer: '属实' },
    [abroad]: { whereabouts: '邻县小学', answer: '排除', proof: '在读证明，2026年1月5日' },
    [unproved]: { whereabouts: '听说在外地上学', answer: '排除' },
    [odd]: { whereabouts: '不知道', answer: '大概' },
  })
  const first = await receive(bytes)
  expect(first).toMatchObject({ recorded: 2, opened: 1, unchanged: 0, waiting: 1 })
  expect(first.problems.map(({ says }) => says).toSorted()).toEqual([
    expect.stringContaining('排除一个孩子要有证明'),
    '核实结果写的是“大概”，只能写“属实”或“排除”',
  ])
  expect(first.problems.every(({ name }) => name.includes('*'))).toBe(true)
  const after = await states()
  expect([home, abroad, unproved, odd, open].map((name) => after.get(name))).toEqual([
    ...['confirmed 在家，随奶奶生活', 'excluded 邻县小学', 'open ', 'open ', 'open '],
  ])
  // The same list again changes nothing, and opens no second case.
  expect(await receive(bytes)).toMatchObject({ recorded: 0, opened: 0, unchanged: 2, waiting: 1 })
  const cases = await db.run('select distinct case_id from enrolment_holdings where county_code = $1', [county])
  expect(cases).toHaveLength(1)
})

test('the empty lines say that they are for paper; a child written there is told to be reported as a case', async () => {
  const bytes = await filled({ null: { child_name: '周小满', whereabouts: '在家' } })
  expect(await wordsOf(bytes)).toContain('名册里没有的孩子写在下面空行，只供打印后手填')
  const { problems, recorded } = await receive(bytes)
  expect(recorded).toBe(0)
  expect(problems).toHaveLength(10)
  expect(new Set(problems.map(({ says }) => says))).toEqual(
    new Set(['没有编号。名册里没有的孩子，请在“劝返个案”里逐个报告']),
  )
})

test('whoever was found out of school has a case and is not on the list again, which says so; the ledger leads to the case', async () => {
  const words = await wordsOf(await filled({}))
  expect(words).not.toContain(home)
  expect(words).toContain('另有 1 人已核实属实、立了劝返个案')
  const deps = depsAs(db, [{ role: 'township_clerk', scope: `${testPath}T01/` }], undefined, '乡镇专干')
  const app = await createApp({ deps, routes: [enrolmentRoutes] })
  const asked = await app.inject({ url: `/api/enrolment/ledgers/${county}/${matchYear}/suspected?state=confirmed` })
  const [kept] = await db.run<{ case_id: string }>(
    `select case_id from enrolment_findings where county_code = $1 and name = $2`,
    [county, home],
  )
  expect(asked.json<LedgerRows>().rows.map((row) => row.case_id)).toEqual([kept?.case_id])
  await app.close()
})

test('a changed name, another unit’s list and another file are refused with the reason', async () => {
  const bytes = await filled({ [odd]: { whereabouts: '在家', answer: '属实' } })
  const renamed = await filled({ [odd]: { child_name: '别的孩子', whereabouts: '在家', answer: '属实' } })
  const wrong = ['编号、姓名与本单位要核实的孩子对不上，请用下载的表，不要改这两栏']
  expect((await receive(renamed)).problems.map(({ says }) => says)).toEqual(wrong)
  const elsewhere = await receive(bytes, '摸排表.xlsx', systemIn(`${testPath}T02/`))
  expect(elsewhere).toMatchObject({ recorded: 0, waiting: 0 })
  const other = receive(new TextEncoder().encode('名称,人数\n某校,5\n'), '别的.csv')
  await expect(other).rejects.toMatchObject({ code: 'enrolment.door_list_unread' })
  // What arrived only in part says so, and nothing of it is written.
  const cut = receive(bytes.slice(0, Math.floor(bytes.length / 2)))
  await expect(cut).rejects.toMatchObject({
    code: 'enrolment.door_list_unread',
    message: expect.stringContaining('损坏'),
  })
})

test('a list with names masked comes back as well, and has no address', async () => {
  const bytes = await filled({ [maskName(open)]: { whereabouts: '在家', answer: '属实' } }, false)
  const words = await wordsOf(bytes)
  expect(words).toContain(maskName(open))
  expect(words).not.toMatch(new RegExp(`${open}|上村5号`))
  expect(await receive(bytes)).toMatchObject({ recorded: 1, problems: [] })
})

describe('the list with names', () => {
  const clock = () => new Date('2026-01-12T08:00:00Z')
  const appAs = (role: 'supervisor' | 'township_clerk', scope: OrgPath, person: string) =>
    createApp({ deps: depsAs(db, [{ role, scope }], clock, person), routes: [enrolmentRoutes] })
  const csrf = { 'x-eduduty-csrf': 'token' }

  test('leaves for a purpose, once another person has allowed it, and says so in its first line', async () => {
    const [clerk, office] = [
      await appAs('township_clerk', `${testPath}T01/`, '乡镇专干'),
      await appAs('supervisor', testPath, '县督导办'),
    ]
    const list = `/api/enrolment/matching/${county}/door-list`
    const masked = await clerk.inject({ url: list })
    expect(await wordsOf(masked.rawPayload)).not.toContain(unproved)
    const asking = { method: 'POST', url: `${list}/exports`, headers: csrf } as const
    expect((await clerk.inject({ ...asking, payload: { reason: ' ' } })).statusCode).toBe(400)
    const asked = (await clerk.inject({ ...asking, payload: { reason: '入户走访' } })).json()
    expect(asked).toMatchObject({ state: 'asked', ledger: 'doors', may_fetch: false })
    const one = `/api/enrolment/exports/${county}/${asked.export}`
    expect((await clerk.inject({ url: `${one}/file` })).json()).toMatchObject({ type: 'enrolment.export_closed' })
    const decision = { method: 'POST', url: `${one}/decision`, headers: csrf } as const
    const decided = await office.inject({ ...decision, payload: { approves: true, says: '' } })
    expect(decided.json()).toMatchObject({ state: 'approved' })
    const words = await wordsOf((await clerk.inject({ url: `${one}/file` })).rawPayload)
    expect(words).toContain(unproved)
    expect(words).toContain('县督导办批准；用途：入户走访')
    const events = await db.run<{ action: string }>(
      `select action from audit_events where county_code = $1 and action like 'enrolment.%export' order by action`,
      [county],
    )
    expect(events.map(({ action }) => action)).toEqual([
      'enrolment.ask_export',
      'enrolment.decide_export',
      'enrolment.export',
    ])
    for (const app of [clerk, office]) await app.close()
  })
})

async function wordsOf(bytes: Uint8Array): Promise<string> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(bytes).buffer)
  return JSON.stringify(book.worksheets[0]?.getSheetValues())
}
