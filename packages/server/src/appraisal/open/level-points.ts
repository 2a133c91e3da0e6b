import { ratingViews } from '@eduduty/core/evaluation'
import { fromJson, rational, toJson } from '@eduduty/core/formula'
import type { OpenedRun } from '../../evaluation/index.ts'

/** What each level of an item is worth at a subject: `item@subject` → exact points, in the order of the levels. */
export type LevelPoints = ReadonlyMap<string, readonly string[]>

/** Asks the pack itself: everything is computed once with every item at its best level, once at the second, and so on. */
export function levelPointsOf(run: OpenedRun, ratingId: string): LevelPoints {
  const plan = run.pack.plan()
  const levels = new Map(
    (plan.rating(ratingId)?.items ?? []).flatMap(({ node }) =>
      node.levels === undefined ? [] : [[node.id, node.levels.map(({ title }) => title)] as const],
    ),
  )
  const most = Math.max(0, ...[...levels.values()].map((titles) => titles.length))
  const found = new Map<string, string[]>()
  for (let rung = 0; rung < most; rung += 1) {
    const verified = { find: (node: string) => ({ level: levels.get(node)?.[rung] }) }
    const { evaluation } = run.evaluate(verified)
    const rating = ratingViews(evaluation).find(({ id }) => id === ratingId)
    for (const { subject, items } of rating?.subjects ?? [])
      for (const { indicator, points } of items) {
        if (levels.get(indicator)?.[rung] === undefined) continue
        const slot = `${indicator}@${subject}`
        found.set(slot, [...(found.get(slot) ?? []), toJson(fromJson(points.value ?? '0') ?? rational.ZERO)])
      }
  }
  return found
}
