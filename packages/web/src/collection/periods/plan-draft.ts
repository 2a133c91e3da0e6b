import type { CopiedPlan, OpenPeriodBody, PeriodOffer } from '@eduduty/core/collection/tasks'

/** One register as it is planned while the drawer is open. */
export interface DraftPlan {
  readonly register: string
  readonly isIn: boolean
  readonly units: ReadonlySet<string>
  readonly hasFirstReview: boolean
  /** A last day of its own; empty = that of the period. */
  readonly closesOn: string
}

export interface PeriodHead {
  readonly title: string
  readonly pack_id: string
  readonly year: number
  readonly term?: string
  readonly opens_on: string
  readonly closes_on: string
}

/** A plan for every register of the pack: as copied; else in when indicators need it, filled by whom its own words name. */
export function draftOf(offer: PeriodOffer, copied: CopiedPlan | undefined): readonly DraftPlan[] {
  return offer.registers.map(({ register, proposed, is_needed }) => {
    const before = copied?.plans.find((plan) => plan.register === register)
    if (before !== undefined) {
      return {
        register,
        isIn: true,
        units: new Set(before.unit_ids),
        hasFirstReview: before.has_first_review,
        closesOn: before.closes_on ?? '',
      }
    }
    return {
      register,
      isIn: copied === undefined && is_needed && proposed.length > 0,
      units: new Set(proposed),
      hasFirstReview: false,
      closesOn: '',
    }
  })
}

/** Registers that are collected and have somebody to fill them. */
export const planned = (drafts: readonly DraftPlan[]): readonly DraftPlan[] =>
  drafts.filter((draft) => draft.isIn && draft.units.size > 0)

export function planSize(drafts: readonly DraftPlan[]): { registers: number; units: number; tasks: number } {
  const chosen = planned(drafts)
  return {
    registers: chosen.length,
    units: new Set(chosen.flatMap(({ units }) => [...units])).size,
    tasks: chosen.reduce((sum, { units }) => sum + units.size, 0),
  }
}

export function openBody(
  head: PeriodHead,
  drafts: readonly DraftPlan[],
  copiedFrom: string | undefined,
): OpenPeriodBody {
  const { term = '', title, pack_id, year, opens_on, closes_on } = head
  return {
    title,
    pack_id,
    year,
    opens_on,
    closes_on,
    ...(term.trim() !== '' && { term: term.trim() }),
    ...(copiedFrom !== undefined && { copied_from: copiedFrom }),
    plans: planned(drafts).map(({ register, units, hasFirstReview, closesOn }) => ({
      register,
      unit_ids: [...units],
      has_first_review: hasFirstReview,
      ...(closesOn !== '' && { closes_on: closesOn }),
    })),
  }
}
