import type { Casework, CaseworkStep } from '../schema/casework.ts'

/** What follows from a definition as a machine of states: found by walking it, not by trying cases. */
export interface CaseworkModel {
  /** States that a case can come to from its start. */
  readonly reachable: ReadonlySet<string>
  /** States from which a case can still come to an end. */
  readonly ending: ReadonlySet<string>
  /** States in which a way out is always known already, however the case came there. */
  readonly decided: ReadonlySet<string>
  stepsFrom(state: string): readonly CaseworkStep[]
}

export function modelCasework(casework: Casework): CaseworkModel {
  const { steps, states, start } = casework
  const stepsFrom = (state: string): readonly CaseworkStep[] => steps.filter(({ from }) => from.includes(state))
  const ends = states.flatMap(({ id, ends: end }) => (end === true ? [id] : []))
  const edges = steps.flatMap(({ from, to }) => (to === undefined ? [] : from.map((one) => [one, to] as const)))
  return {
    reachable: closure([start], edges),
    ending: closure(
      ends,
      edges.map(([from, to]) => [to, from] as const),
    ),
    decided: decidedStates(casework),
    stepsFrom,
  }
}

function closure(from: readonly string[], edges: readonly (readonly [string, string])[]): ReadonlySet<string> {
  const found = new Set(from)
  for (let size = -1; size !== found.size; ) {
    size = found.size
    for (const [one, other] of edges) if (found.has(one)) found.add(other)
  }
  return found
}

/** A proposal lives in the state it led to: known there when every step that leads there proposes one. */
function decidedStates({ steps, states, start }: Casework): ReadonlySet<string> {
  const entered = (state: string): readonly CaseworkStep[] => steps.filter(({ to }) => to === state)
  return new Set(
    states.flatMap(({ id }) => {
      const ways = entered(id)
      return id !== start && ways.length > 0 && ways.every(({ exits }) => exits !== undefined) ? [id] : []
    }),
  )
}
