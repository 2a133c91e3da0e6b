import { dayOf } from '@eduduty/core/calendar'
import { sayLength } from '@eduduty/core/clocks'
import {
  type CountedChild,
  compareCounted,
  type LedgerFigures,
  type NearRoll,
  type PeriodicView,
} from '@eduduty/core/enrolment'
import type { Ctx } from '../../../platform/ctx.ts'
import { findSignedReport } from '../../../reports/index.ts'
import { CASE_PACK } from '../../cases/definitions/find-casework.ts'
import { type DayLedgers, readLedgersOnDay } from '../ledger-on-day.ts'
import { periodicFigures } from './periodic-figures.ts'
import {
  getPeriodic,
  type PeriodicDesk,
  type PeriodicKey,
  presentPeriodic,
  type StoredPeriodic,
} from './periodic-row.ts'

interface StoredVersion {
  readonly version: number
  readonly stated_on: string
  readonly stated: LedgerFigures
  readonly counted: LedgerFigures
  /** The roll that stood in for the one of the day; null where none did, or nobody kept it yet. */
  readonly near_roll: NearRoll | null
  readonly says: string
  readonly person_name: string
  readonly handed_in_at: string
}

export interface PeriodicReading extends PeriodicDesk {
  /** Which day the ledgers are counted for; else the day last stated, or the last day of the stretch. */
  readonly on?: string | undefined
  /** Of the day last stated, where they have just been counted. */
  readonly ledgers?: DayLedgers
}

/**
 * One report: its numbers beside those of the ledgers for the stated day, as they were and as they are now, and each child
 * whom the ledgers hold otherwise since. Errors: `enrolment.periodic_not_found`.
 */
export async function readPeriodic(
  ctx: Ctx,
  key: PeriodicKey,
  { on, ledgers: known, ...desk }: PeriodicReading,
): Promise<PeriodicView> {
  const row = await getPeriodic(ctx, key)
  const versions = await readVersions(ctx, key)
  const [last] = versions
  const today = dayOf(ctx.now)
  const day = on !== undefined && on <= today ? on : (last?.stated_on ?? firstOf(row.ends_on, today))
  const ledgers = known ?? (await readLedgersOnDay(ctx.db, { path: row.org_path, year: row.year, on: day, today }))
  const shown = last !== undefined && last.stated_on === day ? last : undefined
  const paper = await findSignedReport(ctx.db, {
    county: key.county,
    pack: CASE_PACK,
    outline: row.outline,
    path: row.org_path,
    since: row.ends_on,
  })
  return {
    row: presentPeriodic(row, ctx, desk),
    basis: row.basis,
    clock_says: clockWords(row),
    on: day,
    ...(ledgers.ledgerYear !== undefined && { ledger_year: ledgers.ledgerYear }),
    figures: periodicFigures(row, ledgers, shown && { ...shown, nearRoll: shown.near_roll ?? undefined }),
    says: last?.says ?? '',
    ...(row.returned_on !== null && {
      returned: { on: row.returned_on, by: row.returned_by, reason: row.return_reason },
    }),
    versions: versions.map(({ version, stated_on, person_name: by, handed_in_at: at }) => ({
      version,
      stated_on,
      by,
      at,
    })),
    differences:
      shown === undefined ? [] : compareCounted(await readChildren(ctx, key, shown.version), ledgers.children),
    ...(paper !== undefined && { paper }),
  }
}

/** A report on a stretch that is over is counted as of its last day, not of today. */
const firstOf = (one: string, other: string): string => (one < other ? one : other)

function readVersions({ db }: Ctx, { county, periodic }: PeriodicKey): Promise<readonly StoredVersion[]> {
  return db.run<StoredVersion>(
    `select version, stated_on::text as stated_on, stated, counted, near_roll, says, person_name, handed_in_at::text as handed_in_at
     from enrolment_periodic_versions where county_code = $1 and periodic_id = $2 order by version desc`,
    [county, periodic],
  )
}

function readChildren({ db }: Ctx, { county, periodic }: PeriodicKey, version: number) {
  return db.run<CountedChild>(
    `select ledger, child, name, state from enrolment_periodic_children
     where county_code = $1 and periodic_id = $2 and version = $3 order by line_no`,
    [county, periodic, version],
  )
}

const clockWords = ({ length, clock_source: source }: StoredPeriodic): string =>
  [length === null ? '' : sayLength(length), source].filter((word) => word !== '').join('，')
