import { dayOf } from '@eduduty/core/calendar'
import { mayHandInOn, type PeriodicRow, periodicState, periodTitle } from '@eduduty/core/enrolment'
import { type GrantInForce, scopesFor } from '@eduduty/core/identity'
import { areaPath, isWithin, type OrgPath, reachesCounty } from '@eduduty/core/organizations'
import type { ClockRule, LedgerFigure } from '@eduduty/core/packs'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { isReportWaiting } from '../../limits/waiting.ts'

export interface PeriodicKey {
  readonly county: string
  readonly periodic: string
}

export interface StoredPeriodic {
  readonly county_code: string
  readonly periodic_id: string
  readonly org_path: OrgPath
  readonly unit_name: string
  readonly year: number
  readonly title: string
  readonly outline: string
  readonly receiver: string
  readonly basis: string
  readonly figures: readonly LedgerFigure[]
  readonly period_title: string
  readonly ends_on: string
  readonly rule_id: string
  /** Null where no time runs, since nobody has said how long. */
  readonly clock_id: string | null
  readonly due_on: string | null
  readonly missing_year: number | null
  readonly grade: string | null
  /** Of the time limit; null where none runs, or where it ends on a given day. */
  readonly length: NonNullable<ClockRule['length']> | null
  /** Who says how long it is; blank where no time runs. */
  readonly clock_source: string
  readonly version: number
  readonly stated_on: string | null
  readonly handed_in_on: string | null
  readonly handed_in_by: string
  readonly returned_on: string | null
  readonly returned_by: string
  readonly return_reason: string
}

/** Which stretch, with its year. */
export const titleOfPeriod = (row: Pick<StoredPeriodic, 'period_title' | 'ends_on' | 'year'>): string =>
  periodTitle(row.period_title, row.ends_on, row.year)

/** SQL: reports `p` within reach with their time limits `c`. */
export const periodicSql = `select p.county_code, p.periodic_id, p.org_path, p.unit_name, p.year, p.title, p.outline,
    p.receiver, p.basis, p.figures, p.period_title, p.ends_on::text as ends_on, p.rule_id, p.clock_id, c.due_on::text as due_on,
    c.missing_year, c.rule->'verified'->>'grade' as grade,
    c.rule->'length' as length,
    concat_ws('，', c.rule->'basis'->>'document', c.rule->'basis'->>'note', c.rule->'verified'->>'source') as clock_source,
    p.version, p.stated_on::text as stated_on, p.handed_in_on::text as handed_in_on, p.handed_in_by,
    p.returned_on::text as returned_on, p.returned_by, p.return_reason
  from enrolment_periodic p left join clocks_clocks c on c.county_code = p.county_code and c.clock_id = p.clock_id`

/** One report within reach. Errors: `enrolment.periodic_not_found`. */
export async function getPeriodic({ db }: Ctx, key: PeriodicKey): Promise<StoredPeriodic> {
  const [row] = await db.run<StoredPeriodic>(`${periodicSql} where p.county_code = $1 and p.periodic_id = $2`, [
    key.county,
    key.periodic,
  ])
  if (row === undefined) throw new AppError('enrolment.periodic_not_found')
  return row
}

/** Units for which somebody hands in reports: their own, and the county where they work for all of it. */
export function ownPaths(grants: readonly GrantInForce[], county: string): readonly OrgPath[] {
  const scopes = scopesFor(grants, 'enrolment.work')
  const own = grants.map(({ unit }) => unit).filter((unit) => scopes.some((scope) => isWithin(unit, scope)))
  return [...new Set([...own, ...(reachesCounty(scopes, county) ? [areaPath(county)] : [])])]
}

/** Two who change one report follow each other. */
export async function lockPeriodic({ db }: Ctx, { county, periodic }: PeriodicKey): Promise<void> {
  await db.run('select 1 from enrolment_periodic where county_code = $1 and periodic_id = $2 for update', [
    county,
    periodic,
  ])
}

/** For which units somebody hands in, and where they decide for the county. */
export interface PeriodicDesk {
  readonly own: readonly OrgPath[]
  readonly decides: readonly OrgPath[]
}

export function presentPeriodic(
  row: StoredPeriodic,
  { now }: Pick<Ctx, 'now'>,
  { own, decides }: PeriodicDesk,
): PeriodicRow {
  const today = dayOf(now)
  const { due_on: due, missing_year: missing, handed_in_on: handed, stated_on: stated, returned_on: returned } = row
  const facts = {
    endsOn: row.ends_on,
    dueOn: due ?? undefined,
    handedInOn: handed ?? undefined,
    returnedOn: returned ?? undefined,
  }
  return {
    periodic: row.periodic_id,
    title: row.title,
    period: row.period_title,
    year: row.year,
    unit: row.unit_name,
    to: row.receiver,
    ends_on: row.ends_on,
    unverified: row.grade === 'U',
    is_undecided: isReportWaiting(row),
    state: periodicState(facts, today),
    ...(due !== null && { due_on: due }),
    ...(missing !== null && { missing_year: missing }),
    ...(handed !== null && { handed_in_on: handed }),
    ...(stated !== null && { stated_on: stated }),
    ...(returned !== null && { returned_on: returned }),
    handed_in_by: row.handed_in_by,
    may_hand_in: own.includes(row.org_path) && mayHandInOn(facts, today),
    may_return: handed !== null && !own.includes(row.org_path) && reachesCounty(decides, row.county_code),
  }
}
