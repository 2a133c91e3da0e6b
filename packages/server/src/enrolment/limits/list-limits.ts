import { sayLadder } from '@eduduty/core/clocks'
import { type Limit, type LimitView, undecidedClocks, undecidedLimits } from '@eduduty/core/enrolment'
import type { Queries } from '../../platform/db/database.ts'
import { findCasework } from '../cases/definitions/find-casework.ts'
import { findPeriodicRules } from '../counting/periodic/find-periodic-rules.ts'
import { readDecided } from './read-decided.ts'

/** Every number that no source sets: of the casework in force, and of periodic reports. */
export async function findLimits(db: Queries): Promise<readonly Limit[]> {
  const { rules, clocks } = await findPeriodicRules(db)
  const owed = new Set(rules.map(({ clock }) => clock))
  return [
    ...undecidedLimits(await findCasework(db)),
    ...undecidedClocks(
      'report',
      clocks.filter(({ id }) => owed.has(id)),
    ),
  ]
}

/** The same with what a county has decided. */
export async function listLimits(db: Queries, county: string): Promise<LimitView[]> {
  const decided = await readDecided(db, county)
  return (await findLimits(db)).map(({ id, kind, title, units, suggested, basis, verified, rule }) => {
    const own = decided.get(id)
    const source = [basis?.document, basis?.article, basis?.note, verified?.source].filter((word) => word !== undefined)
    return {
      id,
      kind,
      title,
      units: [...units],
      suggested: { ...suggested, source: source.join('，') },
      says: rule === undefined ? '' : sayLadder(rule),
      ...(own !== undefined && {
        decided: {
          amount: own.amount,
          unit: own.unit,
          document: own.document,
          dated_on: own.dated_on,
          by: own.by,
          on: own.on,
        },
      }),
    }
  })
}
