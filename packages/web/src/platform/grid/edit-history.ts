import type { CellEdit } from './grid-model.ts'

/** What can be undone and redone; each step is one batch of edits. */
export interface EditHistory {
  readonly past: readonly (readonly CellEdit[])[]
  readonly future: readonly (readonly CellEdit[])[]
}

export const NO_HISTORY: EditHistory = { past: [], future: [] }

/** More steps than anybody goes back, and few enough for an old machine. */
const MOST_STEPS = 200

export function remember(history: EditHistory, step: readonly CellEdit[]): EditHistory {
  return step.length === 0 ? history : { past: [...history.past, step].slice(-MOST_STEPS), future: [] }
}

interface Step {
  readonly history: EditHistory
  /** What the cells are to hold now. */
  readonly edits: readonly CellEdit[]
}

export function undone({ past, future }: EditHistory): Step | undefined {
  const step = past.at(-1)
  if (step === undefined) return undefined
  return { history: { past: past.slice(0, -1), future: [step, ...future] }, edits: step.map(reversed) }
}

export function redone({ past, future }: EditHistory): Step | undefined {
  const [step, ...later] = future
  if (step === undefined) return undefined
  return { history: { past: [...past, step], future: later }, edits: step }
}

const reversed = ({ row, column, from, to }: CellEdit): CellEdit => ({ row, column, from: to, to: from })
