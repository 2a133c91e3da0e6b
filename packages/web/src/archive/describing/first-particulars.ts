import type { PaperView, Particulars } from '@eduduty/core/archive'
import { isDay } from '@eduduty/core/calendar'

/** What is asked right after a paper came in. */
export type FirstParticulars = Pick<Particulars, 'document_no' | 'made_on' | 'issuer' | 'secrecy' | 'personal'>

/** What stands in the fields: what was typed, else what is kept, else what was guessed. */
export function shownParticulars(
  { particulars, guessed }: Pick<PaperView, 'particulars' | 'guessed'>,
  typed: Partial<FirstParticulars>,
): FirstParticulars {
  const { document_no: no, issuer, personal, secrecy } = particulars
  const madeOn = particulars.made_on ?? guessed.made_on
  return {
    document_no: no === '' ? (guessed.document_no ?? '') : no,
    issuer: issuer === '' ? (guessed.issuer ?? '') : issuer,
    secrecy,
    personal: personal === 'none' ? (guessed.personal ?? personal) : personal,
    ...(madeOn !== undefined && { made_on: madeOn }),
    ...typed,
  }
}

/** All particulars as they are sent: a cleared day is none, and a paper of no kind gets the one that was guessed. */
export function describedBy(
  { particulars, guessed }: Pick<PaperView, 'particulars' | 'guessed'>,
  shown: FirstParticulars,
): Particulars {
  const { made_on: _, ...kept } = particulars
  const { made_on: madeOn, ...rest } = shown
  return {
    ...kept,
    ...rest,
    kind: kept.kind === 'other' ? (guessed.kind ?? kept.kind) : kept.kind,
    ...(madeOn !== undefined && madeOn !== '' && { made_on: madeOn }),
  }
}

/** Whether what was typed for the day is none: it is refused at its field and not left out. */
export const hasWrongDay = ({ made_on: madeOn }: FirstParticulars): boolean =>
  madeOn !== undefined && madeOn !== '' && !isDay(madeOn)
