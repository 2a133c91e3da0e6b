import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeDoorList } from '../../src/enrolment/matching/door-list.ts'
import { listFindings } from '../../src/enrolment/matching/findings.ts'
import { listProposals, settleProposal } from '../../src/enrolment/matching/proposals.ts'
import { settleFinding } from '../../src/enrolment/matching/settle-finding.ts'
import { takeDoorList } from '../../src/enrolment/matching/take-door-list.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { systemIn, testCounty, testDoor, testKeyring, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { type MatchWorld, matchChild, officeRow, openMatchWorld, schoolRow, townshipRow } from './matching-world.ts'

const county = testCounty
const caller = systemIn()
const keyring = testKeyring()
let db: Database
let world: MatchWorld

const changed = (text: string, at: number, sign: string): string => text.slice(0, at) + sign + text.slice(at + 1)
const other = (sign: string | undefined): string => (sign === '5' ? '6' : '5')
const swapped = (text: string, at: number): string =>
  `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`

const inSchool = Array.from({ length: 20 }, (_, at) => matchChild(at + 1))
const [proved, unproved, atHome, abroad, oneDigit, neighbours, lastSign, left, nameless, namesake] = [
  21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
].map(matchChild)
if (proved === undefined || unproved === undefined || atHome === undefined || abroad === undefined)
  throw new Error('no children')
if (oneDigit === undefined || neighbours === undefined || lastSign === undefined || left === undefined)
  throw new Error('no children')
if (nameless === undefined || namesake === undefined) throw new Error('no children')

/** Two pupils of one name and one day of birth: either may be the child whose number the township does not have. */
const twin = {
  ...namesake,
  name: nameless.name,
  bornOn: nameless.bornOn,
  sex: nameless.sex,
  guardian: nameless.guardian,
}

const townshipRows = [
  ...inSchool.map((child) => townshipRow(child)),
  townshipRow(proved, { child_state: '县外就读', attended_school: '邻县小学', enrolment_proof: '在读证明' }),
  townshipRow(unproved, { child_state: '县外就读', attended_school: '邻县小学' }),
  townshipRow(atHome, { child_state: '未入学', attended_school: null }),
  townshipRow(abroad, { child_state: '未入学', attended_school: null }),
  townshipRow(oneDigit, { id_number: changed(oneDigit.number, 15, other(oneDigit.number[15])) }),
  townshipRow(neighbours, { id_number: swapped(neighbours.number, 14) }),
  townshipRow(lastSign, { id_number: changed(lastSign.number, 17, other(lastSign.number[17])) }),
  townshipRow(left, { child_state: '辍学' }),
  townshipRow(nameless, { id_number: null }),
]
const schoolRows = [...inSchool, oneDigit, neighbours, lastSign, nameless, twin].map((child) => schoolRow(child))
const [first, second, third] = inSchool
const fifteen = (number: string): string => `${number.slice(0, 6)}${number.slice(8, 17)}`

beforeAll(async () => {
  db = await memoryDatabase()
  world = await openMatchWorld(
    db,
    testDoor(db, () => new Date('2026-01-12T08:00:00Z')),
    keyring,
  )
  if (first === undefined || second === undefined || third === undefined) throw new Error('no children')
  await world.handIn('child_register', townshipRows)
  await world.handIn('pupil_roster', schoolRows)
  await world.handIn('hardship_children', [
    officeRow(first),
    officeRow(second),
    officeRow(third, { id_number: fifteen(third.number) }),
  ])
  await run()
})

const run = (): Promise<void> => world.compare()

interface StoredFinding {
  readonly finding_id: string
  readonly name: string
  readonly ledger: string
  readonly state: string
  readonly why: string
}

const findings = (match = 'hukou_roll') =>
  db.run<StoredFinding>(
    `select finding_id, name, ledger, state, why from enrolment_findings where county_code = $1 and match_id = $2 order by birth_on`,
    [county, match],
  )

async function findingOf(name: string): Promise<StoredFinding | undefined> {
  return (await findings()).find((one) => one.name === name)
}

interface StoredPair {
  readonly proposal_id: string
  readonly name: string
  readonly state: string
  readonly says: string
  readonly is_sure: boolean
}

const pairs = (match = 'hukou_roll') =>
  db.run<StoredPair>(
    `select proposal_id, left_cells ->> 'name' as name, state, is_sure,
       (select coalesce(max(r ->> 'says'), '') from jsonb_array_elements(reasons) r where r ->> 'role' = 'identity') as says
     from enrolment_proposals where county_code = $1 and match_id = $2 order by left_cells ->> 'birth', proposal_id`,
    [county, match],
  )

const openPairsOf = async (name: string) => (await pairs()).filter((one) => one.name === name && one.state === 'open')

async function answer(name: string, said: 'same' | 'different'): Promise<void> {
  const [pair] = await openPairsOf(name)
  await world.door.write(caller, (ctx) =>
    settleProposal(ctx, { county, proposal: pair?.proposal_id ?? '' }, { answer: said, why: '看过户口簿' }),
  )
}

describe('名册比对', () => {
  test('who is on a roll by number is not asked about, nor who has a proof of a school elsewhere', async () => {
    const [result] = await db.run(
      `select left_rows, right_rows, matched, unmatched, exempt, proposed, asked, warning from enrolment_match_results
       where county_code = $1 and match_id = 'hukou_roll'`,
      [county],
    )
    expect(result).toEqual({
      left_rows: 29,
      right_rows: 25,
      matched: 20,
      unmatched: 9,
      exempt: 1,
      proposed: 4,
      asked: 4,
      warning: '',
    })
    const found = (await findings()).map(({ name, ledger }) => `${name} ${ledger}`)
    expect(found.toSorted()).toEqual(
      [`${unproved.name} 待补证明`, ...[atHome, abroad, left].map(({ name }) => `${name} 疑似失学`)].toSorted(),
    )
  })

  test('a number with a slip, which the register refused, is proposed beside the right one and says which sign', async () => {
    const says = new Map((await pairs()).map((one) => [one.name, one]))
    expect(says.get(oneDigit.name)).toMatchObject({ is_sure: true, says: expect.stringContaining('第16位不同') })
    expect(says.get(neighbours.name)).toMatchObject({
      is_sure: true,
      says: expect.stringContaining('第15、16位前后颠倒'),
    })
    expect(says.get(lastSign.name)).toMatchObject({ is_sure: true, says: '身份证号只有校验码不同' })
    expect(says.get(nameless.name)).toMatchObject({ is_sure: false, says: '' })
  })

  test('a child whose number has 15 digits is proposed, not reported as out of school', async () => {
    expect(await pairs('hardship_roll')).toMatchObject([
      { name: third?.name, is_sure: true, says: '一边是15位身份证号，升为18位后相同' },
    ])
    expect(await findings('hardship_roll')).toEqual([])
  })

  test('nobody’s number and nobody’s name is shown whole, nor kept where it can be read', async () => {
    const { proposals } = await world.door.read(caller, (ctx) => listProposals(ctx, keyring, { county, state: 'open' }))
    const list = await world.door.read(caller, (ctx) => listFindings(ctx, keyring, county, { state: 'open' }))
    for (const shown of [proposals, list]) expect(JSON.stringify(shown)).not.toMatch(/\d{14}/)
    // In both columns a name looks as it does everywhere: the first sign and nothing more.
    const named = proposals.flatMap(({ lines }) =>
      lines.filter(({ title }) => title.includes('姓名') || title.includes('监护人')),
    )
    const cells = named.flatMap(({ left, right }) => [left, right]).filter((pieces) => pieces.length > 0)
    expect(cells.length).toBeGreaterThan(4)
    for (const cell of cells) expect(cell.map(({ text }) => text).join('')).toMatch(/^.\*+$/u)
    expect(list.findings.every(({ name }) => name.includes('*'))).toBe(true)
    const refused = await db.run<{ refused: unknown }>(
      `select refused from r_duty_registers_child_register where refused is not null`,
    )
    expect(refused).toHaveLength(3)
    expect(JSON.stringify(refused)).not.toMatch(/990101\d{8}/)
  })

  test('one child is matched from then on; two children: the one of the township is to be looked for', async () => {
    await answer(oneDigit.name, 'same')
    await answer(neighbours.name, 'different')
    await run()
    expect(await findingOf(oneDigit.name)).toBeUndefined()
    expect(await findingOf(neighbours.name)).toMatchObject({ state: 'open', ledger: '疑似失学' })
    expect((await pairs()).map(({ name, state }) => `${name} ${state}`).toSorted()).toEqual(
      [
        `${oneDigit.name} same`,
        `${neighbours.name} different`,
        `${lastSign.name} open`,
        `${nameless.name} open`,
      ].toSorted(),
    )
  })

  test('a refused child may be another one; only when all are refused it is to be looked for', async () => {
    await answer(nameless.name, 'different')
    await run()
    expect(await openPairsOf(nameless.name)).toHaveLength(1)
    expect(await findingOf(nameless.name)).toBeUndefined()
    await answer(nameless.name, 'different')
    await run()
    expect(await openPairsOf(nameless.name)).toEqual([])
    expect(await findingOf(nameless.name)).toMatchObject({ state: 'open' })
  })

  test('what was excluded stays so while the row does; who is on no register any more is closed with the reason', async () => {
    const excluded = await findingOf(abroad.name)
    const key = { county, finding: excluded?.finding_id ?? '' }
    const body = { answer: 'excluded', why: '已随父母出国', proof: '护照复印件' } as const
    await world.door.write(caller, (ctx) => settleFinding({ ctx, keyring }, key, body))
    await world.handIn(
      'child_register',
      townshipRows.filter(({ child_name }) => child_name !== left.name),
    )
    await run()
    expect(await findingOf(abroad.name)).toMatchObject({ state: 'excluded', why: '已随父母出国' })
    expect(await findingOf(left.name)).toMatchObject({
      state: 'gone',
      why: '再次比对时已比上，或名册里已没有这个孩子',
    })
    expect((await pairs()).filter(({ state }) => state === 'different')).toHaveLength(3)
  })

  test('the list for visits is taken by the township alone, and says on each page who took it', async () => {
    const { door } = world
    const taking = door.write(caller, (ctx) => takeDoorList(ctx, county))
    await expect(taking).rejects.toMatchObject({ code: 'enrolment.door_list_by_unit' })
    const taken = await door.write(systemIn(`${testPath}T01/`), (ctx) => takeDoorList(ctx, county))
    const { unit, children } = taken
    expect(unit).toBe('青山乡')
    expect(children.map(([{ name }]) => name).toSorted()).toEqual(
      [unproved, atHome, neighbours, nameless].map(({ name }) => name).toSorted(),
    )
    const list = {
      ...taken,
      county,
      keyring,
      mark: '乡镇专干导出，县督导办批准',
      on: '2026-01-12',
      isNamed: true,
    }
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Uint8Array.from(await writeDoorList(list)).buffer)
    expect(book.worksheets[0]?.headerFooter.oddHeader).toContain('乡镇专干导出，县督导办批准')
  })

  test('what is true opens a case with the township and the county', async () => {
    const found = await findingOf(atHome.name)
    const key = { county, finding: found?.finding_id ?? '' }
    const body = { answer: 'confirmed', why: '入户见到孩子在家' } as const
    await world.door.write(caller, (ctx) => settleFinding({ ctx, keyring }, key, body))
    const held = await db.run<{ line: string; child_name: string }>(
      `select h.line, h.child_name from enrolment_findings f
       join enrolment_holdings h on h.county_code = f.county_code and h.case_id = f.case_id
       where f.county_code = $1 and f.finding_id = $2 order by h.line`,
      [county, key.finding],
    )
    expect(held).toEqual(['乡镇', '县'].map((line) => ({ line, child_name: atHome.name })))
  })
})
