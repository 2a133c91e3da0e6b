import type { Assessment, TurnsAnswer } from '@eduduty/core/evaluation'
import type { Queries } from '../../platform/db/database.ts'
import { getAssessment, getRunFacts, type RunKey } from '../find-run.ts'

interface EarlierRun {
  readonly run_id: string
  readonly year: number
  readonly created_at: string
}

/**
 * Which items turned since the evaluation before: of the same county, by the same pack, of no later year. An official
 * one is held against the official one before it, not against the preview that led to it.
 */
export async function listTurns(db: Queries, key: RunKey): Promise<TurnsAnswer> {
  const { packId, createdAt, year, status } = await getRunFacts(db, key)
  const [earlier] = await db.run<EarlierRun>(
    `select run_id, year, created_at from evaluation_runs
     where county_code = $1 and pack_id = $2 and run_id <> $3 and created_at < $4 and year <= $5
       and ($6 <> 'official' or status = 'official')
     order by created_at desc, run_id limit 1`,
    [key.county, packId, key.run, createdAt, year, status],
  )
  if (earlier === undefined) return { turned: [] }
  const [before, after] = [await getAssessment(db, { ...key, run: earlier.run_id }), await getAssessment(db, key)]
  return {
    before: {
      run: earlier.run_id,
      year: earlier.year,
      created_at: earlier.created_at,
      same_rules: before.run.pack.hash === after.run.pack.hash,
    },
    turned: turnsBetween(before, after),
  }
}

function turnsBetween(before: Assessment, after: Assessment): TurnsAnswer['turned'] {
  const states = new Map(before.sections.flatMap(({ items }) => items.map((item) => [item.indicator, item.state])))
  return after.sections
    .flatMap(({ items }) => items)
    .flatMap(({ indicator, state }) => {
      const was = states.get(indicator)
      return was === undefined || was === state ? [] : [{ indicator, before: was, after: state }]
    })
}
