import {
  type AdjustmentState,
  type AdjustmentView,
  refusalOfSettlement,
  refusalOfWithdrawal,
} from '@eduduty/core/appraisal'
import type { RatedSubject } from '@eduduty/core/evaluation'
import { findPaperTitles } from '../../archive/index.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { AdjustmentRow } from '../store/appraisal-row.ts'
import type { Appraisal } from '../store/get-appraisal.ts'
import { whyNot } from '../store/move-appraisal.ts'
import type { Sight, Viewer } from '../views/sight.ts'

/**
 * 加分 and 扣分 as far as the viewer may see them: the office all of them; the unit what it asked for itself, and what became
 * of everything once the result is public; others then as well. `rated`: the result that stands, where the viewer sees it.
 */
export async function presentAdjustments(
  viewer: Viewer,
  appraisal: Appraisal,
  sight: Sight,
  rated: RatedSubject | undefined,
): Promise<AdjustmentView[]> {
  const seen = appraisal.adjustments.filter(
    ({ side }) => sight.seesResult || (sight.belongsToUnit && side === 'unit' && sight.may('appraisal.self_rate')),
  )
  const ids = [...new Set(seen.flatMap(({ papers }) => papers))]
  const titles = await findPaperTitles(viewer.ctx, appraisal.row.county_code, ids)
  const settling = settlingOf(viewer, appraisal, sight)
  const isOpen = !(whyNot(viewer, appraisal, 'retract') instanceof AppError)
  const withdraws = ({ state, proposer_id: proposedBy }: AdjustmentRow): boolean =>
    isOpen && refusalOfWithdrawal({ state, proposedBy }, viewer.ctx.actor.id) === undefined
  return seen.map((row) => ({
    ...factsOf(row, titles),
    by: sight.isOffice || row.side === 'unit' ? row.proposed_by : '',
    at: row.proposed_at,
    ...(sight.seesResult || row.state === 'withdrawn' ? decisionOf(row, sight, rated) : { state: 'proposed' as const }),
    ...settling(row),
    may_withdraw: withdraws(row),
  }))
}

const factsOf = (row: AdjustmentRow, titles: ReadonlyMap<string, string>) => ({
  adjustment_id: row.adjustment_id,
  rule: row.rule_id,
  title: row.title,
  points: row.points,
  kind: row.kind === '扣分' ? ('扣分' as const) : ('加分' as const),
  side: row.side === 'unit' ? ('unit' as const) : ('office' as const),
  grounds: row.grounds,
  document: row.document,
  papers: row.papers.flatMap((id) => {
    const title = titles.get(id)
    return title === undefined ? [] : [{ paper_id: id, title }]
  }),
})

function decisionOf(
  row: AdjustmentRow,
  sight: Sight,
  rated: RatedSubject | undefined,
): Pick<AdjustmentView, 'state' | 'decided_points' | 'counted' | 'decision' | 'decided_by' | 'decided_at'> {
  const counted = rated?.adjustments?.find(({ id }) => id === row.adjustment_id)?.counted
  return {
    state: stateOf(row),
    ...(row.decided_points !== null && { decided_points: row.decided_points }),
    ...(counted !== undefined && { counted }),
    ...(row.decision !== null && { decision: row.decision }),
    ...(sight.isOffice && row.decided_by !== null && { decided_by: row.decided_by }),
    ...(row.decided_at !== null && { decided_at: row.decided_at }),
  }
}

const decided = ['accepted', 'refused', 'withdrawn'] as const

const stateOf = ({ state }: AdjustmentRow): AdjustmentState => decided.find((one) => one === state) ?? 'proposed'

/** Whether the viewer may decide, and if not, why not. */
function settlingOf(viewer: Viewer, appraisal: Appraisal, sight: Sight) {
  const may = sight.may('appraisal.conclude') && !sight.belongsToUnit
  const answer = may ? whyNot(viewer, appraisal, 'settle') : undefined
  return (row: AdjustmentRow): Pick<AdjustmentView, 'may_settle' | 'why_not'> => {
    if (!may || row.state !== 'proposed') return { may_settle: false }
    if (answer instanceof AppError) return { may_settle: false, why_not: answer.message }
    const refusal = refusalOfSettlement({ state: row.state, proposedBy: row.proposer_id }, viewer.ctx.actor.id)
    if (refusal === undefined) return { may_settle: true }
    return { may_settle: false, why_not: new AppError(`appraisal.${refusal}`, { title: row.title, by: '' }).message }
  }
}
