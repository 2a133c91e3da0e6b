import type { TemplateFault, TemplateParagraph } from './template-check.ts'
import type { TemplateFaultView } from './template-contract.ts'

/** So much of the paragraph is shown on each side of what is wrong. */
const AROUND = 24

/** A fault as a person reads it: where, the text around it, what is wrong, what to do. */
export function presentFault(paragraphs: readonly TemplateParagraph[], fault: TemplateFault): TemplateFaultView {
  const { place = '', text = '' } = paragraphs[fault.paragraph] ?? {}
  const end = fault.start + fault.length
  const { code, message, advice, suggestion } = fault
  return {
    code,
    place,
    before: `${fault.start > AROUND ? '…' : ''}${text.slice(Math.max(0, fault.start - AROUND), fault.start)}`,
    wrong: text.slice(fault.start, end),
    after: `${text.slice(end, end + AROUND)}${text.length > end + AROUND ? '…' : ''}`,
    message,
    advice,
    ...(suggestion !== undefined && { suggestion }),
  }
}
