import type { CaseStepView, CaseView } from '@eduduty/core/enrolment'
import { caseLines } from '../cases/case-search.ts'
import { isRecordOnly } from '../cases/step-body.ts'
import type { KeyStorage } from './key-storage.ts'

/** What a record asks: nothing of any child. */
export type RecordStep = Pick<CaseStepView, 'step' | 'title' | 'line' | 'asks'>

const KEY = 'eduduty:visit-steps'

/** What can be recorded at a door now. */
export const recordSteps = ({ steps }: Pick<CaseView, 'steps'>): readonly RecordStep[] =>
  steps
    .filter((step) => step.refused === undefined && isRecordOnly(step))
    .map(({ step, title, line, asks }) => ({ step, title, line, asks }))

/** Keeps what is asked in a state of a case, for when there is no network. */
export function rememberSteps(storage: KeyStorage, state: string, steps: readonly RecordStep[]): void {
  try {
    storage.setItem(`${KEY}:${state}`, JSON.stringify(steps))
  } catch {
    // Storage that is full or forbidden: there is simply nothing to fall back on.
  }
}

/** What was asked last in this state; none where it is not known. */
export function rememberedSteps(storage: KeyStorage, state: string): readonly RecordStep[] {
  try {
    const found: unknown = JSON.parse(storage.getItem(`${KEY}:${state}`) ?? '[]')
    return Array.isArray(found) ? found.filter(isStep) : []
  } catch {
    return []
  }
}

/** What was asked in any state in which this step can be taken: where it is not known how the case stands. */
export function rememberedWith(storage: Storage, step: string): readonly RecordStep[] {
  const states = Object.keys(storage).flatMap((name) =>
    name.startsWith(`${KEY}:`) ? [name.slice(KEY.length + 1)] : [],
  )
  const lists = states.map((state) => rememberedSteps(storage, state))
  return lists.find((steps) => steps.some((one) => one.step === step)) ?? []
}

const isStep = (value: unknown): value is RecordStep =>
  typeof value === 'object' &&
  value !== null &&
  'step' in value &&
  typeof value.step === 'string' &&
  'title' in value &&
  typeof value.title === 'string' &&
  'line' in value &&
  caseLines.some((line) => line === value.line) &&
  'asks' in value &&
  Array.isArray(value.asks)
