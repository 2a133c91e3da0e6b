import type { CaseRow } from '@eduduty/core/enrolment'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { isOfCase } from './kept-visits.ts'
import { visitMessages } from './messages.ts'
import { useRecordSteps } from './use-record-steps.ts'
import { VisitFields } from './visit-fields.tsx'
import type { QueueView, VisitQueue } from './visit-queue.ts'

const says = visitMessages.form

interface FormProps {
  /** `990101/<id>` */
  readonly name: string
  readonly row: CaseRow | undefined
  readonly queue: VisitQueue
  readonly view: QueueView
  readonly close: () => void
}

/** One record, for one hand: what was done, the fields that the definition asks, send. */
export function VisitForm({ name, row, queue, view, close }: FormProps): ReactNode {
  const [county = '', id = ''] = name.split('/')
  const draft = view.visits.filter(isOfCase).find((one) => one.county === county && one.case === id)
  const { steps, isRemembered, error, retry } = useRecordSteps(county, id, row, draft?.body.step)
  return (
    <div className="visit-form">
      <PlainHead
        title={row === undefined ? says.unnamed : says.title(row.name)}
        purpose={says.purpose}
        action={<Button onClick={close}>{says.back}</Button>}
      />
      {isRemembered && <p className="note">{says.offline}</p>}
      {!view.isKept && <p className="wrong">{says.notKept}</p>}
      {error !== null && <ErrorState error={error} retry={retry} />}
      {error === null && steps === undefined && <Loading />}
      {steps !== undefined && steps.length === 0 && <EmptyState title={says.noStep} advice={says.noStepAdvice} />}
      {steps !== undefined && steps.length > 0 && (
        <VisitFields county={county} id={id} steps={steps} queue={queue} close={close} />
      )}
    </div>
  )
}
