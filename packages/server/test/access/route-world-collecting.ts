import { allowed } from './oracle.ts'
import { collectingIds, rowNumberOf } from './seed-collection.ts'
import { type SeedUnit, type SeedWorld, worldDay } from './world-plan.ts'

/** Ids of what a unit has in collecting: a task at each step, and what belongs to them. */
export interface CollectingTarget {
  readonly period: string
  readonly verifiedPeriod: string
  readonly filling: string
  readonly fillingRow: number
  readonly returned: string
  readonly returnedCell: string
  readonly submitted: string
  readonly submittedRow: number
  readonly firstReviewed: string
  readonly verified: string
  readonly frozen: string
  readonly roster: string
  readonly rosterRow: number
  readonly request: string
  readonly countersign: string
  readonly upload: string
  readonly reminder: string
  /** Somebody of the unit's own township who may review it. */
  readonly reviewer: string
}

export function targetCollecting(world: SeedWorld, unit: SeedUnit): CollectingTarget {
  const ids = collectingIds(unit)
  const may = (who: SeedWorld['people'][number], verb: 'collection.review' | 'collection.review_first'): boolean =>
    allowed(world, { who, verb, day: worldDay }).has(unit)
  const near = world.people.filter((who) => who.unit.kind === 'township' && unit.path.startsWith(who.unit.path))
  const reviewer =
    near.find((who) => may(who, 'collection.review')) ?? near.find((who) => may(who, 'collection.review_first'))
  if (reviewer === undefined) throw new Error(`nobody reviews ${unit.path}`)
  return {
    period: ids.period('filling'),
    verifiedPeriod: ids.period('verified'),
    filling: ids.task('filling'),
    fillingRow: rowNumberOf(world, unit, 'filling'),
    returned: ids.task('returned'),
    returnedCell: ids.returnedCell,
    submitted: ids.task('submitted'),
    submittedRow: rowNumberOf(world, unit, 'submitted'),
    firstReviewed: ids.task('first_reviewed'),
    verified: ids.task('verified'),
    frozen: ids.task('frozen'),
    roster: ids.task('roster'),
    rosterRow: rowNumberOf(world, unit, 'roster'),
    request: ids.request,
    countersign: ids.countersign,
    upload: ids.upload,
    reminder: ids.reminder,
    reviewer: reviewer.id,
  }
}

/** Ids of the same form that nothing has. */
export function ghostCollecting(real: CollectingTarget, id: (what: string) => string): CollectingTarget {
  return {
    period: id('period'),
    verifiedPeriod: id('verified period'),
    filling: id('filling'),
    fillingRow: real.fillingRow + 5_000_000,
    returned: id('returned'),
    returnedCell: id('returned cell'),
    submitted: id('submitted'),
    submittedRow: real.submittedRow + 5_000_000,
    firstReviewed: id('first reviewed'),
    verified: id('verified'),
    frozen: id('frozen'),
    roster: id('roster'),
    rosterRow: real.rosterRow + 5_000_000,
    request: id('request'),
    countersign: id('countersign'),
    upload: id('upload'),
    reminder: id('reminder'),
    reviewer: id('reviewer'),
  }
}
