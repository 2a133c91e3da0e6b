import type { Cause, Environment } from '../../formula/index.ts'
import type { Program } from '../program.ts'

/** One step of a ladder: a grade or a level. The last has no condition. */
export interface Rung {
  readonly title: string
  readonly program: Program | undefined
}

/** Where something stands on a ladder; several rungs while missing data leave it open. */
export interface Standing {
  /** Positions on the ladder, best first. Empty: nothing of it applies. */
  readonly possible: readonly number[]
  /** Why it is open, or what failed. */
  readonly causes: readonly Cause[]
  readonly isBroken: boolean
}

export const NOT_STANDING: Standing = { possible: [], causes: [], isBroken: false }

/** The first rung whose condition holds. An open condition leaves its rung and the rest of the ladder possible. */
export function climbLadder(ladder: readonly Rung[], environment: Environment): Standing {
  const possible: number[] = []
  const causes: Cause[] = []
  let isBroken = false
  for (const [index, { program }] of ladder.entries()) {
    const holds = program?.run(environment)
    if (holds?.content === false || holds?.status === 'not_applicable') continue
    possible.push(index)
    if (holds === undefined || holds.content === true) break
    causes.push(...holds.causes)
    isBroken ||= holds.status === 'error'
  }
  return { possible, causes, isBroken }
}

/** The only rung left; undefined while it is open. */
export function onlyRung({ possible, isBroken }: Standing): number | undefined {
  return possible.length === 1 && !isBroken ? possible[0] : undefined
}
