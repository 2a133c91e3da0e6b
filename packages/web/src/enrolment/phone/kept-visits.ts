import type { CareVisitBody, CaseStepBody } from '@eduduty/core/enrolment'
import type { CaseLine } from '@eduduty/core/packs'
import { caseLines } from '../cases/case-search.ts'
import type { KeptPicture } from './kept-pictures.ts'
import type { KeyStorage } from './key-storage.ts'

/** `draft`: being written; `waiting`: finished, not at the server yet; `refused`: the server did not take it. */
export const keptStates = ['draft', 'waiting', 'refused'] as const
export type KeptState = (typeof keptStates)[number]

/** A record on this telephone: of whom, and what was typed. Nothing that the system knows of the child. */
interface Kept {
  /** The same record, however often it is sent. */
  readonly key: string
  readonly county: string
  /** Name of the step in the definition, or of the visit. */
  readonly title: string
  readonly pictures: readonly KeptPicture[]
  readonly state: KeptState
  /** Why it was not taken. */
  readonly why: string
  /** It may have arrived though no answer came. */
  readonly isTried: boolean
  readonly at: string
}

/** A step of a case. */
export interface KeptCaseVisit extends Kept {
  readonly case: string
  /** As which line it is taken. */
  readonly line: CaseLine
  readonly body: CaseStepBody
}

/** A visit to a child with a care plan. */
export interface KeptCareVisit extends Kept {
  readonly child: string
  readonly body: CareVisitBody
}

export type KeptVisit = KeptCaseVisit | KeptCareVisit

export const isOfCare = (visit: KeptVisit): visit is KeptCareVisit => 'child' in visit
export const isOfCase = (visit: KeptVisit): visit is KeptCaseVisit => 'case' in visit

/** `990101/<case>`, or `care/990101/<child>`: of whom a record is, as it stands in the address of the page. */
export const nameOfVisit = (visit: KeptVisit): string =>
  isOfCare(visit) ? careName(visit.county, visit.child) : `${visit.county}/${visit.case}`

export const careName = (county: string, child: string): string => `care/${county}/${child}`

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

const isKept = (value: Record<string, unknown>): boolean =>
  areTexts(value, ['key', 'county', 'title', 'why', 'at']) &&
  !Number.isNaN(Date.parse(String(value.at))) &&
  keptStates.some((state) => state === value.state) &&
  typeof value.isTried === 'boolean' &&
  Array.isArray(value.pictures) &&
  value.pictures.every((picture) => isRecord(picture) && areTexts(picture, ['id', 'kind']))

const isVisit = (value: unknown): value is KeptVisit => {
  if (!isRecord(value) || !isKept(value)) return false
  if (typeof value.child === 'string')
    return isRecord(value.body) && areTexts(value.body, ['on', 'visitors', 'found', 'next'])
  return typeof value.case === 'string' && caseLines.some((line) => line === value.line) && isBody(value.body)
}
