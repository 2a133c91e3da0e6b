import type { Match, Register } from '@eduduty/core/packs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { guardOf } from '../../src/collection/index.ts'
import { passBoth, passExact } from '../../src/enrolment/matching/exact-pass.ts'
import type { PlannedSide } from '../../src/enrolment/matching/match-plan.ts'
import { confinedTransaction } from '../../src/platform/db/confined.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { createRegisterTables } from '../../src/platform/db/registers/create-register-tables.ts'
import { testKeyring } from '../harness/doors.ts'
import { onBothEngines } from '../harness/engines.ts'

vi.setConfig({ testTimeout: 300_000 })

const county = '990101'
const places = ['99/9901/990101/', '99/9901/990101/T01/', '99/9901/990101/T01/S1/', '99/9901/990101/T02/'] as const
const reaches = [
  ['99/9901/990101/'],
  ['99/9901/990101/T01/'],
  ['99/9901/990101/T01/S1/', '99/9901/990101/T02/'],
] as const

const register = (id: string): Register => ({
  id,
  title: id,
  row_is: '一名儿童',
  period: '学年',
  reporter: '乡镇',
  columns: [
    { id: 'child_no', title: '编号', type: 'text', dimension: 'child' },
    { id: 'id_number', title: '身份证号', type: 'text', personal: 'identity' },
    { id: 'roll_no', title: '学籍号', type: 'text' },
    { id: 'unit_code', title: '学校', type: 'text' },
  ],
})
const sides = { left: register('left_side'), right: register('right_side') } as const

const few = (count: number) => fc.option(fc.nat(count).map((one) => `99010120100101${String(one).padStart(4, '0')}`))
const row = fc.record({
  identity: few(8),
  roll: few(6),
  unit: fc.option(fc.constantFrom('A', 'B')),
  place: fc.constantFrom(...places),
  /** Where its unit is moved to afterwards, and the number it is corrected to. */
  moved: fc.option(fc.constantFrom(...places), { freq: 4 }),
  corrected: fc.option(few(8), { freq: 4 }),
})
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never

const wanted = fc.record({
  left: fc.array(row, { maxLength: 14 }),
  right: fc.array(row, { maxLength: 14 }),
  reach: fc.constantFrom(...reaches),
  exact: fc.constantFrom<Match['exact']>(['identity'], ['number', 'identity']),
  units: fc.constantFrom<Match['units']>(undefined, '不同', '相同'),
  indexed: fc.boolean(),
})
type Wanted = typeof wanted extends fc.Arbitrary<infer T> ? T : never

/** A row as it stands in the end. */
const standing = (one: Row) => ({
  identity: one.corrected === null ? one.identity : one.corrected,
  number: one.roll,
  unit: one.unit,
  place: one.moved ?? one.place,
})

/** The plain way: every row beside every other one. Gives the places in the list of rows within reach, told apart. */
function plainly({ left, right, reach, exact, units }: Wanted) {
  const isReached = ({ place }: ReturnType<typeof standing>) => reach.some((scope) => place.startsWith(scope))
  const others = right.map(standing).filter(isReached)
  const isOfUnits = (one: string | null, other: string | null): boolean =>
    units === undefined || (one !== null && other !== null && (one === other) === (units === '相同'))
  const seen = left.map(standing).flatMap((one, at) => (isReached(one) ? [{ one, at }] : []))
  const isMatched = ({ one }: (typeof seen)[number]): boolean =>
    others.some(
      (other) =>
        exact.some((role) => one[role] !== null && one[role] === other[role]) && isOfUnits(one.unit, other.unit),
    )
  return {
    total: seen.length,
    unmatched: seen.filter((one) => !isMatched(one)).map(({ at }) => at),
    matched: seen.filter(isMatched).map(({ at }) => at),
  }
}

let runs = 0

async function fill(db: Database, table: string, own: Register, rows: readonly Row[]) {
  const guard = guardOf(testKeyring(), own, county)
  const [column] = own.columns.filter(({ personal }) => personal === 'identity')
  const sealed = (text: string | null) =>
    text === null || column === undefined ? null : (guard?.close(column, text) ?? null)
  // Every third row is of another submission that counts too; what was handed in before counts no more.
  const [submission, second, former] = [`s${++runs}`, `t${runs}`, `f${runs}`]
  for (const id of [submission, second, former])
    await db.run(
      `insert into collection_submissions (county_code, submission_id, pack_id, register, unit_code, year, status, org_path, created_at)
       values ($1, $2, 'exact-pass', $3, $2, 2025, 'submitted', $4, now())`,
      [county, id, own.id, places[0]],
    )
  const lines = rows.map((one, at) => [one.place, String(at), sealed(one.identity), one.roll, one.unit] as const)
  const columns = ['county_code', 'year', 'submission_id', 'org_path', 'child_no', 'id_number', 'roll_no', 'unit_code']
  await db.loadRows(
    table,
    columns,
    lines.flatMap((line, at) => [
      [county, 2025, at % 3 === 2 ? second : submission, ...line],
      [county, 2025, former, ...line],
    ]),
  )
  for (const [at, one] of rows.entries()) {
    if (one.corrected !== null || one.moved !== null)
      await db.run(`update ${table} set id_number = $3, org_path = $4 where submission_id = $1 and child_no = $2`, [
        at % 3 === 2 ? second : submission,
        String(at),
        sealed(standing(one).identity),
        standing(one).place,
      ])
  }
  const numbered = await db.run<{ row_no: number; child_no: string }>(
    `select row_no, child_no from ${table} where submission_id = any($1::text[])`,
    [[submission, second]],
  )
  const submissions = rows.length > 2 ? [submission, second] : [submission]
  return { submissions, placeOf: new Map(numbered.map(({ row_no, child_no }) => [Number(row_no), Number(child_no)])) }
}

const planned = (own: Register, table: string, submissions: readonly string[], isIndexed: boolean): PlannedSide => ({
  side: { register: own.id, keys: { identity: 'id_number', number: 'roll_no', unit: 'unit_code' } },
  counted: {
    table: { name: table, register: own, types: new Map(), indexed: new Set(isIndexed ? ['id_number'] : []) },
    year: 2025,
    submissionIds: submissions,
    owing: [],
  },
  where: 'true',
})

onBothEngines((database) => {
  describe('the exact pass', () => {
    it('finds what comparing every row with every other finds, within every reach', async () => {
      const db = database()
      const tables = await db.transaction((queries) =>
        createRegisterTables(queries, 'exact-pass', [sides.left, sides.right]),
      )
      const [left, right] = [tables.get('left_side') ?? '', tables.get('right_side') ?? '']
      const check = async (given: Wanted): Promise<void> => {
        const [mine, theirs] = [
          await fill(db, left, sides.left, given.left),
          await fill(db, right, sides.right, given.right),
        ]
        const asked = {
          county,
          found: planned(sides.left, left, mine.submissions, given.indexed),
          others: [planned(sides.right, right, theirs.submissions, given.indexed)],
          match: { exact: given.exact, ...(given.units !== undefined && { units: given.units }) },
        }
        const [missing, both] = await confinedTransaction(db.connections, given.reach, async (queries) => [
          await passExact(queries, asked),
          await passBoth(queries, asked),
        ])
        const placesOf = (rowNos: readonly number[]) =>
          rowNos.map((no) => mine.placeOf.get(no)).toSorted((a = 0, b = 0) => a - b)
        expect({
          total: missing.total,
          unmatched: placesOf(missing.unmatched),
          matched: placesOf(both),
        }).toEqual(plainly(given))
      }
      await fc.assert(fc.asyncProperty(wanted, check), { numRuns: 60 })
    })
  })
})
