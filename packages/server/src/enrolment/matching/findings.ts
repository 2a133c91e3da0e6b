import type { FindingList, FindingState, FindingView, MatchFindingsWanted } from '@eduduty/core/enrolment'
import { maskIdNumber, maskName } from '@eduduty/core/identity'
import type { MatchLedger } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { assertKnownCounty } from '../cases/acting.ts'
import { openedCell } from './sealed-cells.ts'

export interface FindingRow {
  readonly finding_id: string
  readonly org_path: string
  readonly match_title: string
  readonly ledger: MatchLedger
  readonly says: string
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

const columns = `finding_id, org_path, match_title, ledger, says, unit_name, name, id_number, sex, birth_on, guardian, address, phone,
  village, school, grade, state, found_at, settled_by, settled_at, why, proof, earlier, case_id`

const LISTED = 500

/** Findings within the caller's reach. Errors: `enrolment.county_not_found`. */
export async function listFindings(
  ctx: Ctx,
  keyring: Keyring,
  county: string,
  wanted: MatchFindingsWanted,
): Promise<FindingList> {
  const { rows, total } = await readFindings(ctx, county, { ...wanted, limit: LISTED })
  return { findings: rows.map((row) => presentFinding(row, keyring, county)), total }
}

/** The rows themselves, for what is printed. */
export async function readFindings(
  ctx: Ctx,
  county: string,
  { state, ledger, limit }: MatchFindingsWanted & { readonly limit: number },
): Promise<{ readonly rows: readonly FindingRow[]; readonly total: number }> {
  assertKnownCounty(ctx, county)
  const where = `county_code = $1 and ($2::text is null or state = $2) and ($3::text is null or ledger = $3)`
  const own = [county, state ?? null, ledger ?? null]
  const [count] = await ctx.db.run<{ total: number }>(
    `select count(*) as total from enrolment_findings where ${where}`,
    own,
  )
  const rows = await ctx.db.run<FindingRow>(
    `select ${columns} from enrolment_findings where ${where}
     order by (state = 'open') desc, org_path, village, birth_on desc nulls last, finding_id limit ${limit}`,
    own,
  )
  return { rows, total: Number(count?.total ?? 0) }
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

function presentFinding(row: FindingRow, keyring: Keyring, county: string): FindingView {
  const { finding_id: finding, match_title, ledger, says, unit_name, sex, village, school, grade, state } = row
  const { settled_by, settled_at, why, proof, earlier, case_id } = row
  return {
    ...{ finding, match_title, ledger, says, unit_name, sex, village, school, grade, state },
    ...{ settled_by, why, proof, earlier },
    name: maskName(row.name),
    id_number: maskedNumber(row, keyring, county),
    birth_on: row.birth_on ?? '',
    guardian: row.guardian === '' ? '' : maskName(row.guardian),
    found_at: new Date(row.found_at).toISOString(),
    ...(settled_at !== null && { settled_at: new Date(settled_at).toISOString() }),
    ...(case_id !== null && { case_id }),
  }
}
