import { groupBy } from '@eduduty/core/collection'
import {
  byGravity,
  type FindingList,
  type FindingReason,
  type FindingState,
  type FindingView,
  isOnTwoRolls,
  type MatchFindingsWanted,
  type RollSchool,
} from '@eduduty/core/enrolment'
import { maskIdNumber, maskName } from '@eduduty/core/identity'
import type { MatchLedger } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { assertKnownCounty } from '../county-reach.ts'
import { openedCell } from './sealed-cells.ts'

export interface FindingRow {
  readonly finding_id: string
  readonly org_path: string
  readonly year: number
  readonly subject: string
  readonly match_title: string
  readonly ledger: MatchLedger
  readonly says: string
  readonly schools: readonly RollSchool[]
  readonly kept_by: string
  readonly unit_name: string
  readonly name: string
  readonly id_number: string
  readonly sex: string
  readonly birth_on: string | null
  readonly guardian: string
  readonly address: string
  readonly phone: string
  readonly village: string
  readonly school: string
  readonly grade: string
  readonly state: FindingState
  readonly found_at: string
  readonly settled_by: string
  readonly settled_at: string | null
  readonly why: string
  readonly proof: string
  readonly earlier: string
  readonly case_id: string | null
}

/** One child with all that comparisons say of it, the gravest first. */
export type FoundChild = readonly [FindingRow, ...FindingRow[]]

const columns = `finding_id, org_path, year, subject, match_title, ledger, says, schools, kept_by, unit_name, name, id_number, sex,
  birth_on, guardian, address, phone, village, school, grade, state, found_at, settled_by, settled_at, why, proof, earlier, case_id`

/** SQL: as `isOnTwoRolls`. */
export const onTwoRolls = `ledger = '双重学籍'`

/** SQL: what makes one line of the list. */
export const lineSql = `year, subject, ${onTwoRolls}`

const LISTED = 500

/** Children found within the caller's reach, each once. Errors: `enrolment.county_not_found`. */
export async function listFindings(
  ctx: Ctx,
  keyring: Keyring,
  county: string,
  wanted: MatchFindingsWanted,
): Promise<FindingList> {
  const { children, total } = await readChildren(ctx, county, { ...wanted, limit: LISTED })
  return { findings: children.map((child) => presentChild(child, keyring, county)), total }
}

/** The rows themselves, for what is printed: those of one state, child by child. */
export async function readChildren(
  ctx: Ctx,
  county: string,
  { state, ledger, limit }: MatchFindingsWanted & { readonly limit: number },
): Promise<{ readonly children: readonly FoundChild[]; readonly total: number }> {
  assertKnownCounty(ctx, county)
  const where = `county_code = $1 and ($2::text is null or state = $2) and ($3::text is null or ledger = $3)`
  const own = [county, state ?? null, ledger ?? null]
  const [count] = await ctx.db.run<{ total: number }>(
    `select count(*) as total from (select distinct ${lineSql} from enrolment_findings where ${where}) lines`,
    own,
  )
  const rows = await ctx.db.run<FindingRow>(
    `with lines as (
       select ${lineSql} as is_twice, row_number() over (order by bool_or(state = 'open') desc, min(org_path),
         min(village), max(birth_on) desc nulls last, subject) as place
       from enrolment_findings where ${where} group by ${lineSql})
     select ${columns} from enrolment_findings f
     join lines l using (year, subject)
     where l.place <= ${limit} and l.is_twice = (f.${onTwoRolls})
       and f.county_code = $1 and ($2::text is null or f.state = $2)
     order by l.place, f.finding_id`,
    own,
  )
  return { children: childrenOf(rows), total: Number(count?.total ?? 0) }
}

/** Rows of one line follow each other. */
function childrenOf(rows: readonly FindingRow[]): readonly FoundChild[] {
  const lineOf = ({ year, subject, ledger }: FindingRow): string => `${year} ${subject} ${isOnTwoRolls(ledger)}`
  return [...groupBy(rows, lineOf).values()].flatMap((line): FoundChild[] => {
    const [first, ...more] = line.toSorted((a, b) => rank(a) - rank(b) || byGravity(a, b))
    return first === undefined ? [] : [[first, ...more]]
  })
}

const states: readonly FindingState[] = ['open', 'confirmed', 'excluded', 'gone']
const rank = ({ state }: FindingRow): number => states.indexOf(state)

/** What comparisons say of a child, each thing once. */
export function reasonsOf(child: FoundChild): readonly FindingReason[] {
  const reasons = new Map(
    child
      .toSorted(byReason)
      .map(({ match_title, ledger, says }) => [`${match_title} ${says}`, { match_title, ledger, says }]),
  )
  return [...reasons.values()]
}

/** The gravest first, then by name: the same order at every reading. */
const byReason = (one: FindingRow, other: FindingRow): number =>
  byGravity(one, other) ||
  one.match_title.localeCompare(other.match_title, 'zh') ||
  one.says.localeCompare(other.says, 'zh')

/** The first that one of the rows says; several different ones are not told apart. */
export function firstOf(child: FoundChild, column: 'village' | 'school' | 'grade' | 'guardian' | 'address'): string {
  return child.map((row) => row[column]).find((text) => text !== '') ?? ''
}

/** A number that was not filled in is said to be missing: that may be the very thing to find out. */
export function maskedNumber(row: Pick<FindingRow, 'finding_id' | 'id_number'>, keyring: Keyring, county: string) {
  const number = openedCell(
    { keyring, county, table: 'enrolment_findings', row: row.finding_id },
    'id_number',
    row.id_number,
  )
  return number === '' ? '未填' : maskIdNumber(number)
}

function presentChild(child: FoundChild, keyring: Keyring, county: string): FindingView {
  const [row] = child
  const { finding_id: finding, year, ledger, sex, state, settled_by, settled_at, why, proof, kept_by, schools } = row
  const guardian = firstOf(child, 'guardian')
  const caseId = child.map(({ case_id }) => case_id).find((id) => id !== null)
  const earlier = [...new Set(child.map((one) => one.earlier).filter((text) => text !== ''))].join('；')
  return {
    finding,
    year,
    ledger,
    sex,
    state,
    settled_by,
    why,
    proof,
    earlier,
    kept_by,
    reasons: [...reasonsOf(child)],
    schools: [...schools],
    unit_name: [...new Set(child.map(({ unit_name }) => unit_name))].join('、'),
    name: maskName(row.name),
    id_number: maskedNumber(row, keyring, county),
    birth_on: row.birth_on ?? '',
    guardian: guardian === '' ? '' : maskName(guardian),
    village: firstOf(child, 'village'),
    school: firstOf(child, 'school'),
    grade: firstOf(child, 'grade'),
    found_at: new Date(row.found_at).toISOString(),
    ...(settled_at !== null && { settled_at: new Date(settled_at).toISOString() }),
    ...(caseId !== undefined && caseId !== null && { case_id: caseId }),
  }
}
