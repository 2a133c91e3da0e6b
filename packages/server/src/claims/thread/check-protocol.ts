import type { ClaimFigure, ReportChange, ReportCheck, ReportText } from '@eduduty/core/claims'
import type { ReferenceParts } from './reference-parts.ts'

/** What is to be checked: the bytes of a file with its name, which is empty for pasted text, or a text in paragraphs. */
export type CheckInput = { readonly bytes: Uint8Array; readonly name: string } | { readonly report: ReportText }

export interface CheckRequest {
  readonly input: CheckInput
  readonly against?: ReferenceParts
  readonly older?: ReportText
}

export interface CheckedReport {
  readonly report: ReportText
  readonly check: ReportCheck
  readonly figures: readonly ClaimFigure[]
  readonly changes?: readonly ReportChange[]
}

export type CheckReply = { readonly checked: CheckedReport } | { readonly refused: string }
