import type { Schooling } from '@eduduty/core/enrolment'
import { areaPath } from '@eduduty/core/organizations'
import type { CaseLine } from '@eduduty/core/packs'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Queries } from '../../../platform/db/database.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { HeldChild } from '../../holding/held-child.ts'

/** Which case. */
export interface CaseKey {
  readonly county: string
  readonly case: string
}

export interface StoredHolding extends HeldChild {
  readonly case_id: string
  readonly state: string
  readonly state_since: string
  readonly owner_line: CaseLine | null
  readonly owner_name: string
  readonly clock_id: string | null
  readonly due_on: string | null
  readonly is_paused: boolean
  readonly visits: number
  readonly persuasions: number
  readonly opened_on: string
  readonly closed_on: string | null
  readonly exit: string | null
  readonly earlier_case: string | null
  readonly days_clean: number | null
  readonly schooling: Schooling
  readonly found_kind: string
  readonly found_id: string | null
  readonly grounds: string
  readonly pack: string
  readonly version: string
  readonly content_hash: string
  readonly casework: string
  /** Since when nothing personal is in it any more. */
  readonly destroyed_on: string | null
}

const names = [
  ...['county_code', 'case_id', 'holding_no', 'org_path', 'unit_id', 'unit_name', 'line', 'from_on', 'until_on'],
  ...['is_lead', 'child_name', 'sex', 'birth_on', 'id_number_sealed', 'id_number_index', 'guardian', 'phone_sealed'],
  ...['address', 'village', 'groups', 'grade', 'township_id', 'township_name', 'school_id', 'school_name', 'state'],
  ...['state_since', 'owner_line', 'owner_name', 'clock_id', 'due_on', 'is_paused', 'visits', 'persuasions'],
  ...['opened_on', 'closed_on', 'exit', 'earlier_case', 'days_clean', 'found_kind', 'found_id', 'grounds', 'pack'],
  ...['version', 'content_hash', 'casework', 'destroyed_on', 'schooling'],
]

/** Every column of a holding; `h` is the holding. */
export const holdingColumns = names.map((name) => `h.${name}`).join(', ')

/** The holdings of a case that the reader reaches, the present ones first, among them the leading one. Errors: `enrolment.case_not_found`. */
export async function getHoldings(
  { db }: Pick<Ctx, 'db'>,
  { county, case: id }: CaseKey,
): Promise<readonly [StoredHolding, ...StoredHolding[]]> {
  const [first, ...rest] = await readHoldings(db, county, id)
  if (first === undefined) throw new AppError('enrolment.case_not_found')
  return [first, ...rest]
}

const readHoldings = (db: Queries, county: string, id: string): Promise<StoredHolding[]> =>
  db.run<StoredHolding>(
    `select ${holdingColumns} from enrolment_holdings h where h.county_code = $1 and h.case_id = $2
     order by h.until_on is not null, h.is_lead desc, h.holding_no desc`,
    [county, id],
  )

/**
 * Holds a case against other changes until the transaction ends, and gives all who hold it now, whether the caller
 * reaches them or not: only for carrying along what the caller has changed.
 */
export function lockHolders(ctx: Ctx, { county, case: id }: CaseKey): Promise<readonly StoredHolding[]> {
  return reaching(ctx, [areaPath(county)], async () => {
    await ctx.db.run(
      'select from enrolment_holdings where county_code = $1 and case_id = $2 order by holding_no for update',
      [county, id],
    )
    return (await readHoldings(ctx.db, county, id)).filter(({ until_on: until }) => until === null)
  })
}
