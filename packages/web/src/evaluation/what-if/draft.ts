import type { Assumption } from '@eduduty/core/evaluation'
import type { RunIndex } from '../../platform/run/run-index.ts'
import { nameFigure } from '../../platform/run/run-index.ts'

/** An assumption on the page, with what it says to a reader. */
export interface DraftEntry {
  readonly assumption: Assumption
  readonly title: string
  readonly owner: string
  readonly unit?: string | undefined
  /** What it is now, as far as the page knows. */
  readonly now?: string | undefined
}

/** The scenario that a draft came from. */
export interface DraftOrigin {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly isOwn: boolean
}

export interface Draft {
  readonly entries: readonly DraftEntry[]
  readonly origin?: DraftOrigin | undefined
}

export const emptyDraft: Draft = { entries: [] }

/** What an assumption is about: two about the same exclude one another. */
export function placeOf(assumption: Assumption): string {
  return assumption.kind === 'figure'
    ? `figure ${assumption.figure}`
    : JSON.stringify([assumption.register, Object.entries(assumption.key).sort(), assumption.column])
}

/** The draft with one more assumption, in the place of the one about the same. */
export function withEntry(draft: Draft, entry: DraftEntry): Draft {
  const place = placeOf(entry.assumption)
  const at = draft.entries.findIndex((one) => placeOf(one.assumption) === place)
  if (at === -1) return { ...draft, entries: [...draft.entries, entry] }
  return { ...draft, entries: draft.entries.map((one, index) => (index === at ? entry : one)) }
}

export function withoutEntry(draft: Draft, assumption: Assumption): Draft {
  const place = placeOf(assumption)
  return { ...draft, entries: draft.entries.filter((one) => placeOf(one.assumption) !== place) }
}

/** What a stored assumption is called, by the titles of the run. */
export function entryOf(index: RunIndex, assumption: Assumption): DraftEntry {
  if (assumption.kind === 'figure') {
    const { title, subject, unit } = nameFigure(index, assumption.figure)
    return { assumption, title, owner: subject, unit }
  }
  const { register, column, key } = assumption
  const values = Object.values(key)
  const subject = index.assessment.subjects.find(({ unit }) => unit !== undefined && values.includes(unit))
  return {
    assumption,
    title: index.columnTitles.get(`${register} ${column}`) ?? column,
    owner: subject?.name ?? (values.length === 0 ? index.assessment.run.county.name : values.join('、')),
  }
}
