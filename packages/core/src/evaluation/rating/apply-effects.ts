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
 * The grades that remain after the effects. Downgrades add up, each by one; caps and vetoes leave no grade above the one
 * they name, a veto that names none only the lowest. An open effect leaves both ways possible.
 */
export function applyEffects(
  base: Standing,
  ladder: readonly { readonly title: string }[],
  effects: readonly GradeEffect[],
): Standing {
  const last = ladder.length - 1
  let ways: readonly Way[] = [{ down: 0, floor: 0 }]
  for (const { effect, struck } of effects) {
    if (struck === false) continue
    const hit = ways.map((way) => strike(way, effect, ladder))
    ways = distinct(struck === true ? hit : [...ways, ...hit], last)
  }
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

function strike({ down, floor }: Way, { kind, to }: Effect, ladder: readonly { readonly title: string }[]): Way {
  if (kind === 'downgrade') return { down: down + 1, floor }
  const named = ladder.findIndex(({ title }) => title === to)
  return { down, floor: Math.max(floor, named === -1 ? ladder.length - 1 : named) }
}

/** Many open effects come to few ways: nobody falls below the last grade. */
function distinct(ways: readonly Way[], last: number): readonly Way[] {
  const found = new Map(
    ways.map(({ down, floor }) => {
      const kept = { down: Math.min(down, last), floor }
      return [`${kept.down} ${floor}`, kept] as const
    }),
  )
  return [...found.values()]
}
