import { readFileSync } from 'node:fs'
import type { Finding } from '@eduduty/core/collection'
import { addCohorts, cohortEnds } from '@eduduty/core/enrolment'
import { evaluateCounty, planPack, runGoldenTests } from '@eduduty/core/evaluation'
import { areaPath } from '@eduduty/core/organizations'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { county } from '../../src/demo/county.ts'
import { buildEnrolmentFiles } from '../../src/demo/enrolment/enrolment-files.ts'
import { addedChildren, doubleRolls, plantedPerson, unlistedChild } from '../../src/demo/enrolment/planted-children.ts'
import { seedEnrolment } from '../../src/demo/enrolment/seed-enrolment.ts'
import { seedMatches } from '../../src/demo/enrolment/seed-matches.ts'
import { type AnswerRow, demoRows, plantedChildren, withEnrolment } from '../../src/demo/index.ts'
import { seedAreas } from '../../src/demo/staff/seed-areas.ts'
import { seedStaff } from '../../src/demo/staff/seed-staff.ts'
import { readCohorts } from '../../src/enrolment/counting/cohorts/read-cohorts.ts'
import { readPack } from '../../src/packs/index.ts'
import { systemCaller } from '../../src/platform/ctx.ts'
import { testDoor, testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { registerRow } from '../packs-content/duty-county.ts'

const { loaded, problems, source } = await readPack('dropout-control', process.cwd())
if (loaded === undefined) throw new Error(`the pack dropout-control has mistakes: ${JSON.stringify(problems)}`)
const { pack } = loaded
const plan = planPack(pack)
const rows = withEnrolment(demoRows(2025), 2025)
const registered = (list: readonly AnswerRow[]) => list.flatMap((row) => registerRow(pack, row))
const evaluated = evaluateCounty({
  plan,
  rows: registered(rows),
  year: 2025,
  packHash: '',
  snapshot: '',
  runId: '',
  program: '',
})
const of = (register: string): readonly AnswerRow[] => rows.filter((row) => row.register === register)

test('the answers worked out by hand hold', () => {
  expect(runGoldenTests(pack, source)).toEqual([])
})

test('the registers agree with one another but for what is planted', () => {
  const found = evaluated.frame.findings.flatMap(({ check, message }: Finding) =>
    check === undefined ? [] : [`${check} ${message}`],
  )
  expect(found).toEqual([
    'unexcused_contacted 石桥镇初级中学：11月，805班一名学生无故缺勤，没有联系监护人，请联系并补填',
    'transfer_accepted 石桥镇初级中学：变动编号B002转出后对方没有接收，学籍留在本校，请继续跟踪',
    'disabled_assessed 名册编号C216未入学，没有经残疾人教育专家委员会评估，请评估后安置',
    'hardship_outside_proof 名册编号P642在县外就读，没有写就读证明，请补填',
  ])
})

test('every planted child is one of its own, and numbers that are mistyped are nobody else’s', () => {
  expect(new Set(plantedChildren.map(({ id }) => id)).size).toBe(plantedChildren.length)
  const numbers = of('child_register').map(({ answers }) => String(answers.id_number))
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('the document of the demo county names each of them', () => {
  const guide = readFileSync(new URL('../../../../docs/demo-county.md', import.meta.url), 'utf8')
  for (const { id, township, compared, says } of plantedChildren)
    expect(guide).toContain(`| ${id} | ${township} | ${compared} | ${says} |`)
})

test('who is on no roll by the exact number is planted, elsewhere, late or known to be out of school', () => {
  const rolls = new Set(of('pupil_roster').map(({ answers }) => answers.id_number))
  const off = of('child_register').filter(({ answers }) => !rolls.has(answers.id_number))
  const inside = off.filter(({ answers }) => answers.child_state === '县内就读')
  // Five mistyped, two on no roll, one who died and one who moved away.
  expect(inside).toHaveLength(9)
  const unproven = off.filter(
    ({ answers }) => answers.child_state === '县外就读' && answers.enrolment_proof === undefined,
  )
  expect(unproven).toHaveLength(3)
  expect(off.filter(({ answers }) => ['未入学', '辍学'].includes(String(answers.child_state)))).toHaveLength(5)
})

test('the rates of the county are those worked out from the planted children', () => {
  const { figures } = evaluated.assessment()
  const shown = (id: string) => figures.find((figure) => figure.id === id)?.shown
  expect(shown('county_out_of_school@county')).toBe('5')
  expect(shown('proven_enrolment@county')).toBe('99.98')
  expect(shown('form_retention@county')).toBe('98.14')
  expect(shown('yearbook_retention@初中')).toBe('97.29')
  expect(shown('cohort_unexplained@初中')).toBe('2')
  expect(shown('dropout_rate@初中')).toBe('0.013')
  expect(shown('return_rate@初中')).toBe('50.0')
  expect(shown('return_rate@小学')).toBe('不适用')
})

test('of every cohort nobody is lost: entered and moved in are as many as graduated, left, died, stay and are unexplained', () => {
  const { figures } = evaluated.assessment()
  const value = (id: string) => Number(figures.find((figure) => figure.id === id)?.value)
  for (const stage of ['小学', '初中']) {
    const sum = (...ids: string[]) => ids.reduce((total, id) => total + value(`cohort_${id}@${stage}`), 0)
    expect(sum('entered', 'moved_in')).toBe(sum('graduated', 'moved_out', 'deceased', 'still', 'unexplained'))
  }
})

test('the database holds the rosters of two townships, numbers sealed, each row with its own unit; again, nothing changes', async () => {
  const db = await memoryDatabase()
  const installation = { door: testDoor(db), keyring: testKeyring(), db }
  await seedAreas(installation)
  await seedStaff(installation)
  const first = await seedEnrolment(installation, loaded)
  expect(first.present).toBe(false)
  expect(await seedEnrolment(installation, loaded)).toEqual({ rows: 0, present: true })
  const count = async (sql: string) => Number((await db.run<{ n: string }>(`select count(*) as n from ${sql}`))[0]?.n)
  expect(await count('r_duty_registers_child_register')).toBe(3360)
  expect(await count(`r_duty_registers_child_register where id_number !~ '^[^:]+:'`)).toBe(0)
  expect(await count(`r_dropout_control_absence_roster where absence_kind = '无故缺勤'`)).toBe(5)
  expect(await count('(select distinct org_path from r_duty_registers_pupil_roster) p')).toBe(8)
  const off = await count(`r_duty_registers_child_register c where child_state = '县内就读' and not exists (
    select from r_duty_registers_pupil_roster p where split_part(p.id_number, ':', 1) = split_part(c.id_number, ':', 1))`)
  expect(off).toBe(9)
  const cohorts = await readBook(installation.door)
  expect(cohorts.map(({ year }) => year)).toEqual([2025, 2024, 2023])
  for (const { year, places } of cohorts) {
    expect(new Set(places.map(({ stage }) => stage)), String(year)).toEqual(new Set(['小学', '初中']))
    for (const { counts } of places) {
      const ends = cohortEnds.reduce((sum, end) => sum + counts[end], 0)
      expect(ends).toBe(counts.entered + counts.moved_in)
    }
  }
  const [, lastYear, theYearBefore] = cohorts.map(({ places }) => addCohorts(places.map(({ counts }) => counts)))
  expect(lastYear).toMatchObject({ moved_within: 1, suspended: 1, abroad: 1 })
  expect(theYearBefore).toMatchObject({ deceased: 1, dropped: 2 })
  // Compared once, by the system, at the hour at which it was done.
  expect(await seedMatches(installation)).toBe(true)
  expect(await seedMatches(installation)).toBe(false)
  const runs = await db.run<{ state: string; started_by: string; fresh: boolean }>(
    `select state, started_by, started_at > now() - interval '10 minutes' as fresh from enrolment_match_runs`,
  )
  expect(runs).toEqual([{ state: 'done', started_by: '系统', fresh: true }])
  expect(await count(`enrolment_findings where state = 'open'`)).toBeGreaterThan(5)
  expect(await count(`enrolment_proposals where state = 'open'`)).toBeGreaterThan(3)
  await db.close()
})

/** What the page of cohorts shows of every year. */
async function readBook(door: ReturnType<typeof testDoor>) {
  const path = areaPath(county.code)
  const caller = systemCaller('看学届', { scopes: [path], county: county.code, path })
  return door.read(caller, async (ctx) => {
    const { years } = await readCohorts(ctx, county.code, undefined)
    return Promise.all(years.map((year) => readCohorts(ctx, county.code, year)))
  })
}

function repeatsIn(numbers: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return numbers.filter((number) => seen.size === seen.add(number).size)
}

test('the workbooks to be imported hold every planted child, each register by its office', async () => {
  const files = await buildEnrolmentFiles(pack.registers)
  const texts = new Map<string, string>()
  for (const { path, bytes } of files) {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Uint8Array.from(bytes).buffer)
    const cells: string[] = []
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(String(cell.value)))))
    texts.set(path, cells.join('\n'))
  }
  const children = texts.get('2025/石桥镇适龄儿童少年名册.xlsx') ?? ''
  for (const child of addedChildren.filter(({ township }) => township === '石桥镇'))
    expect(children).toContain(plantedPerson(child).idNumber)
  expect(texts.get('2025/县残疾人联合会持证残疾适龄儿童名册.xlsx')).toContain(plantedPerson(unlistedChild).idNumber)
  const roll = of('pupil_roster').map(({ answers }) => String(answers.id_number))
  const twice = [...new Set(repeatsIn(roll))]
  expect(twice).toHaveLength(doubleRolls.length)
  const pupils = texts.get('2025/县教育局学生名册.xlsx')?.split('\n') ?? []
  for (const number of twice) expect(pupils.filter((text) => text === number)).toHaveLength(2)
})
