import type { AppraisalItemView, EvidenceView, OpinionView } from '@eduduty/core/appraisal'
import type { Ctx } from '../../platform/ctx.ts'
import { asked } from '../rating/hand-in-opinions.ts'
import type { Verified } from '../result/rate-verified.ts'
import { computedOf, givenOf, type ItemRow, selfOf, stateOf } from '../store/appraisal-row.ts'
import type { Appraisal } from '../store/get-appraisal.ts'
import { settlementOf } from '../store/settlements.ts'
import type { Sight } from './sight.ts'

interface Seen {
  readonly ctx: Ctx
  readonly appraisal: Appraisal
  readonly sight: Sight
  readonly evidence: ReadonlyMap<string, readonly EvidenceView[]>
  /** Of the version that stands; empty where the viewer does not see it. */
  readonly verified: Verified
}

/** One item as far as the viewer may see it. */
export function presentItem(seen: Seen, item: ItemRow): AppraisalItemView {
  const { appraisal, sight, evidence } = seen
  const settlement = item.is_idle ? undefined : settlementSeen(seen, item)
  const verified = seen.verified.get(item.item) ?? settlement?.verified
  return {
    item: item.item,
    no: item.no,
    title: item.title,
    wording: item.wording,
    section: item.section,
    ...(item.full_points !== null && { full: item.full_points }),
    levels: item.levels.map((title, at) => {
      const points = item.level_points[at]
      return { title, ...(points !== undefined && { points }) }
    }),
    figure: item.figure_id,
    standard: item.standard,
    basis: item.basis,
    is_unverified: item.is_unverified,
    responsible: item.responsible,
    evidence_asked: item.evidence_asked,
    is_idle: item.is_idle,
    computed: { shown: item.computed_shown, ...computedOf(item) },
    ...(item.self_at !== null && {
      self: {
        ...selfOf(item),
        grounds: item.self_grounds,
        deviation_reason: item.deviation_reason,
        by: item.self_by ?? '',
        at: item.self_at,
      },
    }),
    evidence: [...(evidence.get(item.item) ?? [])],
    ...(item.return_reason !== null && {
      returned: { reason: item.return_reason, is_open: item.is_return_open },
    }),
    opinions: opinionsSeen(seen, item),
    ...(settlement !== undefined && { settlement: settlement.state }),
    ...(verified !== undefined && { verified }),
    may_rate: mayRate(appraisal, sight, item),
  }
}

function settlementSeen({ appraisal, sight }: Seen, item: ItemRow) {
  if (stateOf(appraisal.row) === 'self_rating' || !sight.seesOpinions(item.section)) return undefined
  return settlementOf(appraisal, item)
}

function opinionsSeen({ ctx, appraisal, sight }: Seen, item: ItemRow): OpinionView[] {
  const all = sight.seesOpinions(item.section)
  return appraisal.opinions
    .filter((one) => one.item === item.item && (all || one.person_id === ctx.actor.id) && sight.seesRaters)
    .toSorted((a, b) => a.seat - b.seat)
    .map((one) => ({
      seat: one.seat,
      rater: one.person_name,
      ...givenOf(one.points, one.level),
      grounds: one.grounds,
      is_mine: one.person_id === ctx.actor.id,
      is_handed_in: appraisal.assignments.some(
        ({ section, seat, handed_in_at: at }) => section === item.section && seat === one.seat && at !== null,
      ),
    }))
    .filter((one) => one.is_mine || one.is_handed_in)
}

function mayRate(appraisal: Appraisal, sight: Sight, item: ItemRow): boolean {
  const seat = sight.mySeat(item.section)
  if (seat === undefined || stateOf(appraisal.row) !== 'rating' || !sight.may('appraisal.rate')) return false
  const own = appraisal.assignments.find((one) => one.section === item.section && one.seat === seat)
  return own?.handed_in_at === null && asked(appraisal, own).includes(item)
}
