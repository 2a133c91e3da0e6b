import { sayLadder } from '@eduduty/core/clocks'
import { type Limit, type LimitView, undecidedClocks, undecidedLimits, undecidedVisits } from '@eduduty/core/enrolment'
import type { Ctx } from '../../platform/ctx.ts'
import { getCarePack } from '../care/care-pack.ts'
import { findCasework } from '../cases/definitions/find-casework.ts'
import { findPeriodicRules } from '../counting/periodic/find-periodic-rules.ts'
import { readDecided } from './read-decided.ts'

/** Every number that no source sets: of the casework in force, of periodic reports, and of visits to children in care. */
export async function findLimits(ctx: Pick<Ctx, 'db' | 'now'>, county: string): Promise<readonly Limit[]> {
  const { db } = ctx
  const { rules, clocks } = await findPeriodicRules(db)
  const owed = new Set(rules.map(({ clock }) => clock))
  return [
    ...undecidedLimits(await findCasework(db)),
    ...undecidedClocks(
      'report',
      clocks.filter(({ id }) => owed.has(id)),
    ),
    ...undecidedVisits(await getCarePack(ctx, county)),
  ]
}

/** The same with what a county has decided. */
export async function listLimits(ctx: Pick<Ctx, 'db' | 'now'>, county: string): Promise<LimitView[]> {
  const decided = await readDecided(ctx.db, county)
  return (await findLimits(ctx, county)).map(({ id, kind, title, units, suggested, basis, verified, rule }) => {
    const own = decided.get(id)
    const source = [basis?.document, basis?.article, basis?.note, verified?.source].filter((word) => word !== undefined)
    return {
      id,
      kind,
      title,
      units: [...units],
      ...(suggested !== undefined && { suggested }),
      source: source.join('，'),
      says: rule === undefined ? '' : sayLadder(rule),
      ...(own !== undefined && {
        decided: {
          amount: own.amount,
          unit: own.unit,
          document: own.document,
          ...(own.dated_on !== null && { dated_on: own.dated_on }),
          by: own.by,
          on: own.on,
        },
      }),
    }
  })
}
