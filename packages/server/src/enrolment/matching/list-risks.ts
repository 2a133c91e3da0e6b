import type { RiskChild, RiskChildren } from '@eduduty/core/enrolment'
import { maskIdNumber, maskName } from '@eduduty/core/identity'
import type { Risk, RiskSign } from '@eduduty/core/packs'
import { type CountedRegister, countedRegisters, type TaskPack } from '../../collection/index.ts'
import { findUnitNames } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { assertKnownCounty } from '../county-reach.ts'
import { getMatchPack } from './find-match-pack.ts'
import { conditionSql, type PlannedSide } from './match-plan.ts'
import { keySql, rowsSql, SqlParameters } from './match-sql.ts'
import { cellOf, filledWords, readSideRows, type SideRow } from './read-sides.ts'
import { plainText } from './sealed-cells.ts'

const LISTED = 300

/** A sign that holds for a child: where the row stands. */
interface Hit {
  readonly child: string
  readonly sign: number
  readonly row_no: number
  readonly points: number
}

interface RiskReading {
  readonly ctx: Ctx
  readonly pack: TaskPack
  readonly keyring: Keyring
  readonly county: string
  readonly counted: ReadonlyMap<string, CountedRegister>
}

/**
 * Children at or above the line of each list of the pack, of the rows within the caller's reach: a school counts what it
 * sees itself. Errors: `enrolment.county_not_found`, `enrolment.no_match_pack`.
 */
export async function listRisks(ctx: Ctx, keyring: Keyring, county: string, year: number): Promise<RiskChildren> {
  assertKnownCounty(ctx, county)
  const pack = await getMatchPack(ctx.db)
  const risks = pack.pack.risks ?? []
  const registers = [...new Set(risks.flatMap(({ children }) => children.map(({ register }) => register)))]
  const counted = await countedRegisters(ctx.db, { county, pack, registers, year })
  const found: RiskChild[] = []
  for (const risk of risks) found.push(...(await listOne({ ctx, pack, keyring, county, counted }, risk)))
  return {
    lists: risks.map(({ title, line, verified }) => ({ title, line, is_unverified: verified?.grade === 'U' })),
    children: found.slice(0, LISTED),
    total: found.length,
  }
}

async function listOne(reading: RiskReading, risk: Risk): Promise<readonly RiskChild[]> {
  const sides = risk.signs.map((sign) => planSign(reading, risk, sign))
  const hits = await findHits(reading, risk, sides)
  const rows = new Map<string, SideRow>()
  for (const [at, side] of sides.entries()) {
    const rowNos = hits.flatMap((hit) => (hit.sign === at ? [Number(hit.row_no)] : []))
    const { ctx, pack, keyring, county } = reading
    for (const row of await readSideRows({ db: ctx.db, pack, keyring, county }, side, rowNos))
      rows.set(`${at} ${row.rowNo}`, row)
  }
  const children = new Map<string, Hit[]>()
  for (const hit of hits) children.set(hit.child, [...(children.get(hit.child) ?? []), hit])
  const paths = [...rows.values()].map(({ path }) => path)
  const names = await findUnitNames(reading.ctx.db, reading.county, [...new Set(paths)])
  return [...children.values()].flatMap((own) => {
    const known = own.flatMap((hit) => {
      const row = rows.get(`${hit.sign} ${hit.row_no}`)
      const sign = risk.signs[hit.sign]
      return row === undefined || sign === undefined ? [] : [{ row, sign }]
    })
    const child = presentChild(reading, risk, known, names)
    return child === undefined ? [] : [child]
  })
}

function planSign({ pack, counted }: RiskReading, risk: Risk, { register, when }: RiskSign): PlannedSide {
  const child = risk.children.find((one) => one.register === register)
  const found = counted.get(register)
  if (child === undefined || found === undefined) throw new Error(`${risk.id} has no children in ${register}`)
  return { side: child, counted: found, where: conditionSql(pack, risk, register, when) }
}

/** Signs of the children that reach the line, each child's once; the highest first. */
function findHits({ ctx, county }: RiskReading, risk: Risk, sides: readonly PlannedSide[]): Promise<Hit[]> {
  const parameters = new SqlParameters()
  const each = sides.map((side, at) => {
    const keys = [keySql(side, 'identity', 'l'), keySql(side, 'number', 'l')].filter((key) => key !== undefined)
    const child = `coalesce(${keys.map((key) => `nullif(${key}, '')`).join(', ')})`
    const points = risk.signs[at]?.points ?? 0
    return `select ${child} as child, ${at} as sign, max(l.row_no) as row_no, ${points} as points
      from ${rowsSql(side, 'l', county, parameters)} where ${child} is not null group by 1`
  })
  return ctx.db.run<Hit>(
    `with hits as (${each.join(' union all ')}),
       children as (select child, sum(points) as points from hits group by child
         having sum(points) >= ${parameters.add(risk.line)} order by sum(points) desc, child limit ${LISTED})
     select h.child, h.sign, h.row_no, h.points from hits h join children c on c.child = h.child
     order by c.points desc, h.child, h.sign`,
    parameters.values,
  )
}

type KnownSign = { readonly row: SideRow; readonly sign: RiskSign }

function presentChild(
  { keyring, county }: RiskReading,
  { title, children }: Risk,
  known: readonly KnownSign[],
  names: ReadonlyMap<string, string>,
): RiskChild | undefined {
  // The register that the pack names first says who a child is.
  const order = (row: SideRow): number => children.findIndex(({ register }) => register === row.side.side.register)
  const [first] = known.map(({ row }) => row).toSorted((a, b) => order(a) - order(b))
  if (first === undefined) return undefined
  const number = plainText({ keyring, county }, first, 'identity')
  return {
    list: title,
    unit_name: names.get(first.path) ?? '',
    name: maskName(cellOf(first, 'name') ?? ''),
    id_number: number === '' ? '未填' : maskIdNumber(number),
    sex: cellOf(first, 'sex') ?? '',
    birth_on: cellOf(first, 'birth') ?? '',
    school: cellOf(first, 'school') ?? '',
    grade: cellOf(first, 'grade') ?? '',
    points: known.reduce((sum, { sign }) => sum + sign.points, 0),
    reasons: known.map(({ row, sign }) => ({ says: filledWords([row], sign.says), points: sign.points })),
  }
}
