import type { ConflictChoice, EditAnswer, QueuedEdit, QueueState } from './edit-queue.ts'
import { type CellPatch, cellKey, type GridCell } from './grid-model.ts'
import { gridMessages } from './messages.ts'

/** What a cell shows while its edit is under way; undefined when nothing of it is. */
export function cellUnderWay(state: QueueState, key: string): GridCell | undefined {
  const conflict = state.conflicts.get(key)
  if (conflict !== undefined) {
    return { text: conflict.mine, state: 'invalid', message: gridMessages.queue.conflict, by: conflict.by }
  }
  const edit = state.waiting.get(key) ?? state.sending.get(key)
  if (edit === undefined) return undefined
  const isHeld = state.halted !== undefined
  if (edit.problem !== undefined)
    return {
      text: edit.to,
      state: 'invalid',
      message: isHeld ? gridMessages.queue.notSent(edit.problem) : edit.problem,
    }
  if (!isHeld) return { text: edit.to, state: 'saving' }
  return { text: edit.to, state: 'waiting', message: gridMessages.queue.halted[state.halted.reason] }
}

/** The cells that look otherwise after an event: what is under way, and what the answers settled. */
export function patchesAfter(
  before: QueueState,
  after: QueueState,
  { answers = [], choices = [] }: { answers?: readonly EditAnswer[]; choices?: readonly ConflictChoice[] },
): readonly CellPatch[] {
  const patches: CellPatch[] = []
  const put = (row: string, column: string, cell: GridCell) => patches.push({ row, column, cell })
  for (const answer of answers) {
    const key = cellKey(answer.row, answer.column)
    const sent = before.sending.get(key)
    if (sent === undefined || cellUnderWay(after, key) !== undefined) continue
    const typed = before.waiting.get(key) ?? sent
    put(answer.row, answer.column, settledCell(answer, typed))
  }
  for (const { row, column, take } of choices) {
    const conflict = before.conflicts.get(cellKey(row, column))
    if (conflict !== undefined && take === 'theirs') put(row, column, { text: conflict.theirs, state: 'saved' })
  }
  for (const map of [after.sending, after.waiting, after.conflicts]) {
    for (const [key, { row, column }] of map) {
      const cell = cellUnderWay(after, key)
      if (cell !== undefined) put(row, column, cell)
    }
  }
  return patches
}

/** What the page itself found wrong stays until the text is changed, even when the server has nothing to say to it. */
function settledCell(answer: EditAnswer, { to: typed, problem }: QueuedEdit): GridCell {
  const text = 'text' in answer && answer.text !== undefined ? answer.text : typed
  switch (answer.outcome) {
    case 'saved':
    case 'conflict':
      return problem === undefined ? { text, state: 'saved' } : { text, state: 'invalid', message: problem }
    case 'invalid':
      return { text, state: 'invalid', message: answer.message }
    case 'commented':
      return { text, state: 'commented', message: answer.message, ...byOf(answer) }
    case 'locked':
      return {
        text,
        state: 'locked',
        message: gridMessages.queue.notTaken(typed, answer.message),
        ...byOf(answer),
      }
  }
}

const byOf = ({ by }: { readonly by?: string }) => (by === undefined ? {} : { by })
