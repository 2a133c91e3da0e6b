import { type Static, Type } from 'typebox'

export const ReportState = Type.Union([Type.Literal('writing'), Type.Literal('review'), Type.Literal('final')])
export type ReportState = Static<typeof ReportState>

export const ReportDeed = Type.Union([
  Type.Literal('send'),
  Type.Literal('withdraw'),
  Type.Literal('return'),
  Type.Literal('sign'),
  Type.Literal('reopen'),
])
export type ReportDeed = Static<typeof ReportDeed>

/** What a decision about a report stands on. */
export interface ReportFacts {
  readonly state: ReportState
  /** Places that new figures changed and nobody has looked at. */
  readonly openMarks: number
  /** Who sent it for review; the same person does not sign it. */
  readonly sentBy: string | undefined
  /** Signs over the outline's limit; 0 where it fits or there is none. */
  readonly charactersOver: number
}

export type ReportRefusal =
  | 'not_writing'
  | 'not_in_review'
  | 'not_final'
  | 'has_open_marks'
  | 'too_long'
  | 'own_report'
  | 'not_sender'

export type ReportDecision =
  | { readonly next: ReportState; readonly refused?: undefined }
  | { readonly refused: ReportRefusal; readonly next?: undefined }

const refuse = (refused: ReportRefusal): ReportDecision => ({ refused })

/** Whether `deed` may be done with a report now by `person`, and what state follows. Rights by post are asked elsewhere. */
export function decideReport(facts: ReportFacts, deed: ReportDeed, person: string): ReportDecision {
  const { state, sentBy, openMarks, charactersOver } = facts
  switch (deed) {
    case 'send':
      if (state !== 'writing') return refuse('not_writing')
      if (openMarks > 0) return refuse('has_open_marks')
      return charactersOver > 0 ? refuse('too_long') : { next: 'review' }
    case 'withdraw':
      if (state !== 'review') return refuse('not_in_review')
      return sentBy === person ? { next: 'writing' } : refuse('not_sender')
    case 'return':
      return state === 'review' ? { next: 'writing' } : refuse('not_in_review')
    case 'sign':
      if (state !== 'review') return refuse('not_in_review')
      return sentBy === person ? refuse('own_report') : { next: 'final' }
    case 'reopen':
      return state === 'final' ? { next: 'writing' } : refuse('not_final')
  }
}

/** What keeps a report from being signed without a reason: figures of a preview run, and no day it was written. */
export interface SigningFacts {
  readonly run: 'official' | 'preview'
  readonly date: string | undefined
}

export type SigningDoubt = 'preview' | 'date'

/** What whoever signs has to say a reason for; empty: nothing. */
export function signingDoubts({ run, date }: SigningFacts): readonly SigningDoubt[] {
  return [...(run === 'preview' ? (['preview'] as const) : []), ...(isUnsaid(date) ? (['date'] as const) : [])]
}

/** Whether a line of the head is not said, or has a gap left for it: 2025年　　月　　日. */
export const isUnsaid = (text: string | undefined): boolean =>
  text === undefined || text.trim() === '' || /\u3000/.test(text.trim())
