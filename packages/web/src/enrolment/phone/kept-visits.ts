import type { CaseStepBody } from '@eduduty/core/enrolment'
import type { CaseLine } from '@eduduty/core/packs'
import { caseLines } from '../cases/case-search.ts'
import type { KeptPicture } from './kept-pictures.ts'
import type { KeyStorage } from './key-storage.ts'

/** `draft`: being written; `waiting`: finished, not at the server yet; `refused`: the server did not take it. */
export const keptStates = ['draft', 'waiting', 'refused'] as const
export type KeptState = (typeof keptStates)[number]

/** A record on this telephone: which case, and what was typed. Nothing that the system knows of the child. */
export interface KeptVisit {
  /** The same record, however often it is sent. */
  readonly key: string
  readonly county: string
  readonly case: string
  /** Name of the step in the definition. */
  readonly title: string
  /** As which line it is taken. */
  readonly line: CaseLine
  readonly body: CaseStepBody
  readonly pictures: readonly KeptPicture[]
  readonly state: KeptState
  /** Why it was not taken. */
  readonly why: string
  /** It may have arrived though no answer came. */
  readonly isTried: boolean
  readonly at: string
}

const PREFIX = 'eduduty:visits:'
/** So long a record is kept that was not sent, in milliseconds. */
export const KEPT_MS = 7 * 86_400_000

/** What one person kept on this machine; what is older than seven days, or cannot be understood, is nothing. */
export function readVisits(storage: KeyStorage, person: string, now: Date): readonly KeptVisit[] {
  try {
    const found: unknown = JSON.parse(storage.getItem(PREFIX + person) ?? '[]')
    if (!Array.isArray(found)) return []
    return found.filter(isVisit).filter(({ at }) => now.getTime() - Date.parse(at) < KEPT_MS)
  } catch {
    return []
  }
}

/** False when the browser does not keep it: storage full or forbidden. */
export function writeVisits(storage: KeyStorage, person: string, visits: readonly KeptVisit[]): boolean {
  try {
    if (visits.length === 0) storage.removeItem(PREFIX + person)
    else storage.setItem(PREFIX + person, JSON.stringify(visits))
    return true
  } catch {
    return false
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const areTexts = (value: Record<string, unknown>, names: readonly string[]): boolean =>
  names.every((name) => typeof value[name] === 'string')

const isBody = (value: unknown): value is CaseStepBody =>
  isRecord(value) &&
  areTexts(value, ['step', 'says']) &&
  (value.on === undefined || typeof value.on === 'string') &&
  Array.isArray(value.fields) &&
  value.fields.every((field) => isRecord(field) && areTexts(field, ['field', 'text']))

const isVisit = (value: unknown): value is KeptVisit =>
  isRecord(value) &&
  areTexts(value, ['key', 'county', 'case', 'title', 'why', 'at']) &&
  !Number.isNaN(Date.parse(String(value.at))) &&
  keptStates.some((state) => state === value.state) &&
  caseLines.some((line) => line === value.line) &&
  typeof value.isTried === 'boolean' &&
  Array.isArray(value.pictures) &&
  value.pictures.every((picture) => isRecord(picture) && areTexts(picture, ['id', 'kind'])) &&
  isBody(value.body)
