import type { CaseUnitNames, CountTable, LedgerBook, LedgerRows } from '@eduduty/core/enrolment'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCounty, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { type CaseDesk, idNumberOf, openCaseDesk, type Person } from './case-desk.ts'

let desk: CaseDesk
let close: () => Promise<void>

beforeAll(async () => {
  const db = await memoryDatabase()
  desk = await openCaseDesk(db)
  close = () => db.close()
  desk.at('2026-09-01')
  await desk.open({ school: 'S01', id_number: idNumberOf(101) })
  await desk.open({ school: 'S02', id_number: idNumberOf(102) })
})

afterAll(async () => {
  await desk.close()
  await close()
})

const book = async (person: Person): Promise<LedgerBook> =>
  (await desk.get(person, `enrolment/ledgers/${testCounty}`)).json()
const casesOf = async (person: Person) => (await book(person)).places.map(({ name, cases }) => `${name} ${cases}`)

describe('cases in the ledgers by unit', () => {
  it('stand with the township that leads and with the school, for whoever reads that row', async () => {
    expect(await casesOf('bureau')).toEqual(['青山乡 2', '青山小学 1', '绿水小学 1'])
    expect(await casesOf('green')).toEqual(['青山乡 2', '青山小学 1'])
    expect(await casesOf('greenSchool')).toEqual(['青山小学 1'])
    expect(await casesOf('riverSchool')).toEqual(['绿水小学 1'])
  })

  it('that were reported stand in the ledger of suspected children from the report on, until they are closed', async () => {
    const suspected = (await book('bureau')).places.map(({ name, open, confirmed }) => `${name} ${open} ${confirmed}`)
    expect(suspected).toEqual(['青山乡 0 2', '青山小学 0 1', '绿水小学 0 1'])
    const path = `enrolment/ledgers/${testCounty}/2026/suspected`
    const { rows } = (await desk.get('greenSchool', path)).json<LedgerRows>()
    expect((await desk.read('greenSchool', rows[0]?.case_id ?? '')).row.school).toBe('青山小学')
    expect(rows).toMatchObject([{ name: '程**', state: '属实', says: '报告疑似辍学，2026-09-01立案：连续缺勤一周' }])
    const narrowed = async (query: string) => (await desk.get('bureau', `${path}?${query}`)).json<LedgerRows>().total
    expect([await narrowed('state=confirmed'), await narrowed('state=open')]).toEqual([2, 0])
  })

  it('are reported by schools that find the township in which they lie', async () => {
    const { units } = (await desk.get('riverSchool', `enrolment/units/${testCounty}`)).json<CaseUnitNames>()
    expect(units.filter(({ kind }) => kind === 'school').map(({ name, township }) => [name, township])).toEqual([
      ['青山小学', 'T01'],
      ['绿水小学', 'T02'],
    ])
  })

  it('are listed for the unit that is asked for, each once', async () => {
    const total = async (unit: string) => {
      const path = `enrolment/ledgers/${testCounty}/2025/cases?unit=${encodeURIComponent(unit)}`
      return (await desk.get('bureau', path)).json<LedgerRows>().total
    }
    expect([await total(''), await total(`${testPath}T01/`), await total(`${testPath}T01/S01/`)]).toEqual([2, 2, 1])
  })

  it('say how each stands by its own definition, and lead to it; all that are open are found together', async () => {
    const path = `enrolment/ledgers/${testCounty}/2025/cases`
    const { rows } = (await desk.get('greenSchool', path)).json<LedgerRows>()
    const [row] = rows
    const id = row?.case_id ?? ''
    const title = async () => (await desk.read('greenSchool', id)).row.state_title
    expect(row?.state).toBe(await title())
    expect((await desk.step('greenSchool', id, 'return_to_school')).status).toBe(200)
    const after = (await desk.get('greenSchool', `${path}?state=${encodeURIComponent('劝返中')}`)).json<LedgerRows>()
    expect(after.rows).toMatchObject([{ case_id: id, state: await title() }])
    expect(after.rows[0]?.state).not.toBe(row?.state)
  })

  it('are in the table of counts once, so that it can be summed', async () => {
    const table = (await desk.get('bureau', `enrolment/counts/${testCounty}`)).json<CountTable>()
    const names = table.lines.map(({ name }) => name)
    expect(names).toContain('青山乡')
    expect(names).not.toContain('绿水小学')
  })

  it('that no register knows are told to the township that leads, not to the school', async () => {
    const { differences } = await book('green')
    expect(differences.map(({ kind }) => kind)).toEqual(['case_in_school', 'case_in_school'])
    for (const { case_id: id = '' } of differences) expect((await desk.read('green', id)).row.case).toBe(id)
    expect((await book('greenSchool')).differences).toEqual([])
    expect((await book('river')).differences).toEqual([])
  })
})
