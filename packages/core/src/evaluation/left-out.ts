import { type Static, Type } from 'typebox'
import { groupBy } from '../collection/index.ts'

/** What an evaluation made of one subject of a unit: a school, or one stage of it. */
export const UnitSubject = Type.Object({
  grain: Type.String(),
  unit: Type.String({ description: '评估所用的单位代码' }),
  included: Type.Boolean(),
  reason: Type.Optional(Type.String({ description: '为什么不列入' })),
})
export type UnitSubject = Static<typeof UnitSubject>

/** A unit of which an evaluation judges nothing at a grain, and why. */
export interface LeftOut {
  readonly grain: string
  readonly unit: string
  readonly reason: string
}

/**
 * Whom an evaluation leaves out, by grain: a unit all of whose subjects are left out; and one that has none at a grain, where it
 * is left out everywhere else. Reasons are told once each. A subject left out without a reason leaves nobody out.
 */
export function leftOutOf(subjects: readonly UnitSubject[]): LeftOut[] {
  const grains = [...new Set(subjects.map(({ grain }) => grain))]
  return [...groupBy(subjects, ({ unit }) => unit)].flatMap(([unit, own]) => {
    const ofGrain = groupBy(own, ({ grain }) => grain)
    const everywhere = reasonOf(own)
    return grains.flatMap((grain) => {
      const there = ofGrain.get(grain)
      const reason = there === undefined ? everywhere : reasonOf(there)
      return reason === undefined ? [] : [{ grain, unit, reason }]
    })
  })
}

/** Why all of them are left out; undefined where one is included, or nobody says why. */
function reasonOf(subjects: readonly UnitSubject[]): string | undefined {
  if (subjects.some(({ included }) => included)) return undefined
  const reasons = [...new Set(subjects.flatMap(({ reason }) => reason ?? []))].sort()
  return reasons.length === 0 ? undefined : reasons.join('；')
}
