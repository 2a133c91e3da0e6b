import {
  type CheckState,
  holderOf,
  isTaskState,
  type TaskEntry,
  type TaskState,
  whyNotReviewer,
} from '@eduduty/core/collection'
import type { GrantInForce, Verb } from '@eduduty/core/identity'
import { registerShape } from '@eduduty/core/packs'
import type { Selectable } from 'kysely'
import { type Actor, holderIdOf } from '../../platform/ctx.ts'
import type { Tables } from '../../platform/db/schema.generated.ts'
import type { TaskPack } from '../packs/task-pack.ts'

export type TaskRow = Selectable<Tables['collection_tasks']>

export interface TaskKey {
  readonly county: string
  readonly taskId: string
}

/** The state of a stored row; a table cannot hold another. */
export function stateOf(row: Pick<TaskRow, 'state'>): TaskState {
  if (!isTaskState(row.state)) throw new Error(`a task cannot stand at ${row.state}`)
  return row.state
}

/** The code that a unit stands under in the data; one that has no official code is known by its id. */
export function codeOf({ unit_code: code, unit_id: id }: Pick<TaskRow, 'unit_code' | 'unit_id'>): string {
  return code === '' ? id : code
}

/** The list of all units, kept by an office of the county: its rows are about others than the one that fills it. */
export const isListOfUnits = (pack: TaskPack, registerId: string): boolean =>
  registerShape(pack.pack, pack.register(registerId)) === 'list_of_units'

/** Forms with one row per unit are filled item by item; everything else is a roster. */
export const isRoster = (pack: TaskPack, registerId: string): boolean =>
  registerShape(pack.pack, pack.register(registerId)) !== 'form'

/** Rows were changed after the last check: what it found says nothing of them. */
export function isStale({ checked_at: checked, rows_changed_at: changed }: TaskRow): boolean {
  return changed !== null && (checked === null || new Date(checked) < new Date(changed))
}

function checkStateOf(row: TaskRow): CheckState {
  if (row.checked_at === null || isStale(row)) return 'unchecked'
  if (row.hard_errors + row.cell_errors + row.blank_cells > 0) return 'hard'
  return row.soft_errors > 0 ? 'soft' : 'clean'
}

/** Whoever looks at tasks, with what their posts allow. */
export interface Viewer {
  readonly actor: Pick<Actor, 'id' | 'behalf'>
  readonly grants: readonly GrantInForce[]
}

export const verbOfSide = {
  unit: 'collection.fill',
  first_review: 'collection.review_first',
  review: 'collection.review',
} as const satisfies Readonly<Record<string, Verb>>

/** Whether a person may take the next step of review as far as the form goes: whom it lies with, who had a hand in it. */
export function isOpenTo(row: TaskRow, personId: string): boolean {
  const facts = {
    state: stateOf(row),
    submittedBy: row.submitted_by ?? undefined,
    firstReviewedBy: row.first_reviewed_by ?? undefined,
    assignedTo: row.assigned_to ?? undefined,
  }
  return whyNotReviewer(facts, personId) === undefined
}

/** The same for whoever looks: for a colleague, neither of the two may have had a hand in it, and it may lie with the colleague. */
export function isOpenToViewer(row: TaskRow, { actor }: Pick<Viewer, 'actor'>): boolean {
  if (!isOpenTo(row, holderIdOf(actor))) return false
  return actor.behalf === undefined || isOpenTo({ ...row, assigned_to: null }, actor.id)
}

/** A task as it is told by itself; whose turn it is, and what else waits, is added where somebody looks. */
export function presentTask(row: TaskRow, pack: TaskPack): TaskEntry {
  const register = pack.register(row.register)
  const state = stateOf(row)
  const side = holderOf(state, row.has_first_review)
  return {
    county_code: row.county_code,
    task_id: row.task_id,
    period_id: row.period_id,
    period_title: row.period_title,
    register: row.register,
    table_no: pack.tableNo(row.register),
    title: register.title,
    frequency: register.period,
    year: row.year,
    term: row.term,
    unit_id: row.unit_id,
    unit_code: row.unit_code,
    unit_name: row.unit_name,
    township: row.township,
    opens_on: row.opens_on,
    closes_on: row.closes_on,
    due_on: row.due_on,
    state,
    state_at: row.state_at,
    state_by: row.state_by,
    version: row.version,
    holder: {
      side,
      ...(row.assigned_name !== null && { name: row.assigned_name }),
      ...(side !== 'nobody' && { until: row.due_on }),
    },
    check_state: checkStateOf(row),
    filled_cells: row.filled_cells,
    blank_cells: row.blank_cells,
    cell_errors: row.cell_errors,
    hard_errors: row.hard_errors,
    soft_errors: row.soft_errors,
    open_explanations: row.open_explanations,
    reminded_count: row.reminded_count,
    ...(row.reminded_at !== null && { reminded_at: row.reminded_at }),
    is_roster: isRoster(pack, row.register),
  }
}
