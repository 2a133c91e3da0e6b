import type { CellEdit, CellPatch, GridCell } from './grid-model.ts'
import type { Place } from './shape.ts'
import { tidyCell } from './tidy-cell.ts'

export interface TypedCell {
  readonly place: Place
  readonly text: string
}

export interface WritingPlan {
  readonly edits: readonly CellEdit[]
  readonly patches: readonly CellPatch[]
  /** What was repaired in each written cell, by its key; empty lists take away what was said before. */
  readonly repairs: ReadonlyMap<string, readonly string[]>
  readonly repaired: number
  readonly wrong: number
}

/** Repairs and judges typed texts and tells which cells change. `exact` takes texts as they are: undoing repairs nothing. */
export function planWriting(typed: readonly TypedCell[], get: (key: string) => GridCell, exact = false): WritingPlan {
  const edits: CellEdit[] = []
  const patches: CellPatch[] = []
  const repairs = new Map<string, readonly string[]>()
  let repaired = 0
  let wrong = 0
  for (const { place, text } of typed) {
    const tidy = tidyCell(place.column, text)
    const to = exact ? text : tidy.text
    const before = get(place.key)
    const said = exact ? [] : tidy.repairs
    repairs.set(place.key, said)
    if (to === before.text) continue
    const address = { row: place.row.id, column: place.column.id }
    const problem = tidy.problem === undefined ? undefined : sentence(tidy.problem)
    if (said.length > 0) repaired += 1
    if (problem !== undefined) wrong += 1
    edits.push({ ...address, from: before.text, to, ...(problem !== undefined && { problem }) })
    patches.push({
      ...address,
      cell: problem === undefined ? { text: to, state: 'saved' } : { text: to, state: 'invalid', message: problem },
    })
  }
  return { edits, patches, repairs, repaired, wrong }
}

const sentence = ({ message, advice }: { message: string; advice?: string }): string =>
  advice === undefined ? message : `${message}：${advice}`
