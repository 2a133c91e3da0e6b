import type { Cause } from '../../formula/index.ts'
import type { Effect } from '../../packs/index.ts'
import type { Standing } from './climb-ladder.ts'

/** What an effect does to a grade, and whether it strikes. */
export interface GradeEffect {
  readonly effect: Effect
  readonly struck: boolean | undefined
  readonly causes: readonly Cause[]
  readonly isBroken: boolean
}

/**
 * The grades that remain after the effects. Downgrades add up, each by one; then no cap is passed; a veto sets the
 * lowest grade, or the one it names, where that is lower. An open effect leaves both ways possible.
 */
export function applyEffects(
  base: Standing,
  ladder: readonly { readonly title: string }[],
  effects: readonly GradeEffect[],
): Standing {
  let ways: readonly Way[] = [{ down: 0, floor: 0 }]
  for (const { effect, struck } of effects) {
    if (struck === false) continue
    const hit = ways.map((way) => strike(way, effect, ladder))
    ways = struck === true ? hit : [...ways, ...hit]
  }
  const last = ladder.length - 1
  const grades = base.possible.flatMap((rung) =>
    ways.map(({ down, floor }) => Math.max(Math.min(last, rung + down), floor)),
  )
  const open = effects.filter(({ struck }) => struck === undefined)
  return {
    possible: [...new Set(grades)].toSorted((a, b) => a - b),
    causes: [...base.causes, ...open.flatMap(({ causes }) => causes)],
    isBroken: base.isBroken || open.some(({ isBroken }) => isBroken),
  }
}

/** Grades to go down, and the best grade that is left. */
interface Way {
  readonly down: number
  readonly floor: number
}

function strike({ down, floor }: Way, effect: Effect, ladder: readonly { readonly title: string }[]): Way {
  const named = ladder.findIndex(({ title }) => title === effect.to)
  switch (effect.kind) {
    case 'downgrade':
      return { down: down + 1, floor }
    case 'cap':
      return { down, floor: Math.max(floor, named) }
    case 'veto':
      return { down, floor: Math.max(floor, named === -1 ? ladder.length - 1 : named) }
  }
}
