import { type AppraisalState, type GivenRating, isAppraisalState, type RatedBy } from '@eduduty/core/appraisal'
import { fromDecimal, type Rational, rational } from '@eduduty/core/formula'
import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/db/schema.generated.ts'

export type AppraisalRow = Selectable<Tables['appraisal_appraisals']>
export type ItemRow = Selectable<Tables['appraisal_items']>
export type AssignmentRow = Selectable<Tables['appraisal_assignments']>
export type OpinionRow = Selectable<Tables['appraisal_opinions']>
export type AdjustmentRow = Selectable<Tables['appraisal_adjustments']>

export interface AppraisalKey {
  readonly county: string
  readonly appraisalId: string
}

/** The state of a stored row; a table cannot hold another. */
export function stateOf(row: Pick<AppraisalRow, 'state'>): AppraisalState {
  if (!isAppraisalState(row.state)) throw new Error(`an appraisal cannot stand at ${row.state}`)
  return row.state
}

export function ratedBy(item: ItemRow): RatedBy {
  return {
    levels: item.levels,
    ...(item.full_points !== null && { full: item.full_points }),
    ...(item.level_points.length > 0 && { levelPoints: item.level_points }),
  }
}

/** A rating of the wire or of the rules from two columns, of which one is null. */
export function givenOf(points: string | null, level: string | null): GivenRating {
  return { ...(points !== null && { points }), ...(level !== null && { level }) }
}

export const selfOf = (item: ItemRow): GivenRating => givenOf(item.self_points, item.self_level)
export const computedOf = (item: ItemRow): GivenRating => givenOf(item.computed_points, item.computed_level)

/** As a share of full points. */
export function toleranceOf({ tolerance_percent: percent }: Pick<AppraisalRow, 'tolerance_percent'>): Rational {
  return rational.div(fromDecimal(percent) ?? rational.ZERO, rational.HUNDRED) ?? rational.ZERO
}
