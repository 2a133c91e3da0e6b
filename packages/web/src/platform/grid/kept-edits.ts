import type { EditConflict, QueuedEdit, QueueState } from './edit-queue.ts'
import { cellKey } from './grid-model.ts'

/** What stands in localStorage for one form of one person. */
export interface KeptEdits {
  readonly edits: readonly QueuedEdit[]
  readonly conflicts: readonly EditConflict[]
}

export type KeyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const PREFIX = 'eduduty:form:'
const NOTHING: KeptEdits = { edits: [], conflicts: [] }

/** Reads what was kept; what cannot be understood counts as nothing. */
export function readKept(storage: KeyStorage, formKey: string): KeptEdits {
  try {
    const found: unknown = JSON.parse(storage.getItem(PREFIX + formKey) ?? 'null')
    if (!isRecord(found)) return NOTHING
    return { edits: listOf(found.edits).filter(isEdit), conflicts: listOf(found.conflicts).filter(isConflict) }
  } catch {
    return NOTHING
  }
}

/**
 * Writes what is not settled. Entries of cells in `own` are replaced; those that another tab of the same form keeps stay.
 * False when the browser does not keep it: storage full or forbidden.
 */
export function writeKept(storage: KeyStorage, formKey: string, state: QueueState, own: ReadonlySet<string>): boolean {
  const isForeign = ({ row, column }: { row: string; column: string }) => !own.has(cellKey(row, column))
  const before = readKept(storage, formKey)
  const open = new Map(state.waiting)
  for (const [key, sent] of state.sending) {
    const later = open.get(key) ?? sent
    open.set(key, { ...later, from: sent.from, tried: [...sent.tried, sent.to] })
  }
  const edits = [...before.edits.filter(isForeign), ...open.values()]
  const conflicts = [...before.conflicts.filter(isForeign), ...state.conflicts.values()]
  try {
    if (edits.length + conflicts.length === 0) storage.removeItem(PREFIX + formKey)
    else storage.setItem(PREFIX + formKey, JSON.stringify({ edits, conflicts }))
    return true
  } catch {
    return false
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const areTexts = (value: Record<string, unknown>, names: readonly string[]): boolean =>
  names.every((name) => typeof value[name] === 'string')

const isEdit = (value: unknown): value is QueuedEdit =>
  isRecord(value) &&
  areTexts(value, ['row', 'column', 'from', 'to', 'at']) &&
  (value.problem === undefined || typeof value.problem === 'string') &&
  Array.isArray(value.tried) &&
  value.tried.every((text) => typeof text === 'string')

const isConflict = (value: unknown): value is EditConflict =>
  isRecord(value) && areTexts(value, ['row', 'column', 'mine', 'theirs', 'by', 'at'])
