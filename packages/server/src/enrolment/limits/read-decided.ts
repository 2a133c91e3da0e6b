import { type DecidedLimit, decidedCasework, type TimedCasework } from '@eduduty/core/enrolment'
import type { Queries } from '../../platform/db/database.ts'
import { holdLock } from '../../platform/db/hold-lock.ts'

type Row = DecidedLimit & { readonly id: string; readonly version: number }

/** What a county has decided last, by limit. */
export async function readDecided(db: Queries, county: string): Promise<ReadonlyMap<string, Row>> {
  const rows = await db.run<Row>(
    `select distinct on (limit_id) limit_id as id, version, amount, unit, document, dated_on::text as dated_on,
       person_name as by, (decided_at at time zone 'Asia/Shanghai')::date::text as "on"
     from enrolment_limits where county_code = $1 order by limit_id, version desc`,
    [county],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** A definition with the numbers that the county has decided. */
export async function inCounty<Defined extends TimedCasework>(
  db: Queries,
  county: string,
  defined: Defined,
): Promise<Defined> {
  return { ...defined, ...decidedCasework(defined, await readDecided(db, county)) }
}

const lockOf = (county: string): string => `limits ${county}`

/**
 * Nothing is decided for the county until the transaction ends: for whoever starts time by what is decided, so that no case
 * is left behind. Before rows that a decision changes are locked, else the two wait for each other.
 */
export async function holdLimits(db: Queries, county: string): Promise<void> {
  await holdLock(db, lockOf(county), 'together')
}

/** Two who decide for one county follow each other; whoever starts time waits for them. */
export async function lockDeciding(db: Queries, county: string): Promise<void> {
  await holdLock(db, lockOf(county))
}
