import type { CaseStepBody, CaseStepView } from '@eduduty/core/enrolment'

/** What somebody fills in of a step; blanks count as left out. */
export interface StepDraft {
  readonly on?: string | undefined
  readonly says?: string | undefined
  readonly fields?: Readonly<Record<string, string | undefined>> | undefined
  readonly exit?: string | undefined
  readonly proof?: string | undefined
  readonly files?: readonly string[] | undefined
  readonly amount?: number | null | undefined
}

interface Asked extends Pick<CaseStepView, 'step' | 'asks' | 'exits' | 'proof'> {
  readonly time?: CaseStepView['time'] | undefined
}

/** Whether a step wants a document named: always, or for the way out that is chosen. */
export const needsProof = ({ proof, exits }: Pick<Asked, 'proof' | 'exits'>): boolean =>
  proof !== '' || exits.length > 0

/** What happened is asked in a field of the step's own: beside it there is only room for what it leaves out. */
export const asksForWords = ({ asks }: Pick<Asked, 'asks'>): boolean =>
  asks.some(({ type, required }) => type === '文字' && required === true)

/** Only recorded, so that it can be done at a door: the case stays where it is, its time runs on, no document is needed. */
export const isRecordOnly = ({ to_title: to, time, ...step }: CaseStepView): boolean =>
  to === '' && time === undefined && !needsProof(step)

/** The step as it is sent: what it does not ask, and what is blank, left out. */
export function bodyOfStep(step: Asked, draft: StepDraft): CaseStepBody {
  const tidy = (text: string | undefined): string => text?.trim() ?? ''
  const fields = step.asks.flatMap(({ id }) => {
    const text = tidy(draft.fields?.[id])
    return text === '' ? [] : [{ field: id, text }]
  })
  const [on, proof] = [tidy(draft.on), tidy(draft.proof)]
  const { exit, amount, files = [] } = draft
  return {
    step: step.step,
    says: tidy(draft.says),
    fields,
    ...(on !== '' && { on }),
    ...(step.exits.length > 0 && exit !== undefined && { exit }),
    ...(needsProof(step) && proof !== '' && { proof }),
    ...(needsProof(step) && files.length > 0 && { files: [...files] }),
    ...(step.time === '延长' && amount !== undefined && amount !== null && { amount }),
  }
}

/** What was sent, as the form shows it again. */
export const draftOfBody = ({ on, says, fields }: CaseStepBody): StepDraft => ({
  on,
  says,
  fields: Object.fromEntries(fields.map(({ field, text }) => [field, text])),
})
