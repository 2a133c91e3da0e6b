import { daysBetween } from '@eduduty/core/calendar'
import { requestKinds, type TaskEntry } from '@eduduty/core/collection/tasks'
import type { Verb } from '@eduduty/core/identity'
import { taskMessages as says } from './messages.ts'

/** Who looks at a list of tasks. */
export interface Looker {
  readonly verbs: readonly string[]
  /** Names of the units of their posts. */
  readonly units: readonly string[]
  readonly today: string
}

export interface NextStep {
  readonly word: string
  /** It is this person's turn. */
  readonly isMine: boolean
  /** Why it cannot be done now, and what to do. */
  readonly why?: { readonly short: string; readonly says: string }
}

/** The one thing that somebody does with a task from the list; the page of the task and the server decide again. */
export function nextStep(task: TaskEntry, looker: Looker): NextStep {
  const may = (verb: Verb) => looker.verbs.includes(verb)
  const view: NextStep = { word: says.action.view, isMine: false }
  // Handed to somebody else, or not within reach: the server knows.
  if (task.at_me === false) return view
  const asked: NextStep = (task.requested ?? []).length === 0 ? view : { word: says.action.answer, isMine: true }
  switch (task.holder.side) {
    case 'unit':
      return may('collection.fill') && looker.units.includes(task.unit_name) ? fillStep(task, looker.today) : asked
    case 'first_review':
      return may('collection.review_first') ? { word: says.action.firstReview, isMine: true } : view
    case 'review': {
      const word = task.state === 'verified' ? says.action.freeze : says.action.review
      return may('collection.review') ? { word, isMine: true } : view
    }
    case 'nobody':
      return asked
  }
}

function fillStep(task: TaskEntry, today: string): NextStep {
  const word = task.state === 'returned' ? says.action.mend : says.action.fill
  const why = whyClosed(task, today)
  return why === undefined ? { word, isMine: true } : { word, isMine: true, why }
}

function whyClosed(task: TaskEntry, today: string): NextStep['why'] {
  if (task.state === 'returned') return today > task.due_on ? says.why.returnPastDue(task.due_on) : undefined
  if (today < task.opens_on) return says.why.notOpen(task.opens_on, today)
  return today > task.closes_on ? says.why.pastDue(task.closes_on) : undefined
}

/** What a unit still owes, or where the table lies, in a few words. */
export function missingText(task: TaskEntry): string {
  const { requested = [] } = task
  if (requested.length === 0) return stepText(task)
  const asked = says.missing.asked(requested.map((kind) => requestKinds[kind]).join('、'))
  return task.holder.side === 'nobody' ? asked : `${asked}；${stepText(task)}`
}

function stepText(task: TaskEntry): string {
  if (task.holder.name !== undefined) return says.missing.by(task.holder.name)
  switch (task.state) {
    case 'submitted':
      return task.holder.side === 'first_review' ? says.missing.at.first_review : says.missing.at.review
    case 'first_reviewed':
      return says.missing.at.review
    case 'verified':
      return says.missing.at.freeze
    case 'frozen':
      return says.missing.at.nobody
    case 'not_started':
      return says.missing.notStarted(task.blank_cells)
    case 'filling':
    case 'returned':
      return owedText(task)
  }
}

function owedText(task: TaskEntry): string {
  const parts = [
    task.state === 'returned' ? says.missing.returned : '',
    task.blank_cells > 0 ? says.missing.blank(task.blank_cells) : '',
    task.cell_errors > 0 ? says.missing.wrong(task.cell_errors) : '',
    task.hard_errors > 0 ? says.missing.hard(task.hard_errors) : '',
    task.open_explanations > 0 ? says.missing.explain(task.open_explanations) : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? says.missing.nothing : parts.join('，')
}

/** Days past the last day of the present step; 0 when there is time, or nobody has to act. */
export function daysOverdue(task: TaskEntry, today: string): number {
  if (task.holder.side === 'nobody') return 0
  return Math.max(0, daysBetween(task.holder.until ?? task.due_on, today))
}
