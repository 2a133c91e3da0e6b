import type { CareView, CareVisitBody, CareVisitView } from '@eduduty/core/enrolment'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { newKey } from '../phone/new-key.ts'
import { EventPictures } from '../pictures/event-pictures.tsx'
import { careKey, childPath } from './care-queries.ts'
import { childMessages } from './child-messages.ts'
import { DayField, WordsField } from './fields.tsx'
import { Section } from './section.tsx'

const says = childMessages.visits
const { columns } = says

const columnsOf = (base: string): readonly Column<CareVisitView>[] => [
  {
    key: 'on',
    title: columns.on,
    width: 150,
    cell: ({ on, days_late: late }) => (
      <span className="number">
        {on} {late > 0 && <span className="care-wrong">{says.late(late)}</span>}
      </span>
    ),
  },
  { key: 'visitors', title: columns.visitors, width: 110, wrap: true, cell: ({ visitors }) => visitors },
  {
    key: 'found',
    title: columns.found,
    width: 240,
    wrap: true,
    cell: (visit) => (
      <>
        {visit.found}
        <EventPictures base={base} event={visit} />
      </>
    ),
  },
  { key: 'next', title: columns.next, width: 150, wrap: true, cell: ({ next }) => next },
  {
    key: 'who',
    title: columns.who,
    width: 130,
    wrap: true,
    cell: ({ by, unit_name: unit }) => <span className="muted">{childMessages.by(by, unit)}</span>,
  },
]

/** Visits to the child, the last first, and until when the next has to be made. */
export function VisitsPart({ view }: { view: CareView }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const { visits, row } = view
  const due = row.care?.visit_due_on
  const isLate = row.care?.is_overdue === true
  const base = childPath(row.county, row.child)
  return (
    <Section title={says.title} action={view.may_work && <Button onClick={() => setOpen(true)}>{says.action}</Button>}>
      {due !== undefined && <p className={isLate ? 'care-wrong' : ''}>{isLate ? says.overdue(due) : says.due(due)}</p>}
      {row.care !== undefined && due === undefined && <p className="note">{says.noInterval}</p>}
      {visits.length === 0 ? (
        <p className="muted">{says.none}</p>
      ) : (
        <LedgerTable label={says.title} rows={visits} columns={columnsOf(base)} rowKey={({ no }) => String(no)} />
      )}
      {isOpen && <VisitDialog path={`${base}/visits`} close={() => setOpen(false)} />}
    </Section>
  )
}

/** With a key of its own the visit takes pictures afterwards. */
function VisitDialog({ path, close }: { path: string; close: () => void }): ReactNode {
  const [key] = useState(newKey)
  const change = useChange<unknown>(careKey)
  return (
    <FormDialog<CareVisitBody>
      title={says.dialog}
      okText={says.ok}
      busy={change.isPending}
      submit={(draft) =>
        change.mutate({ path, body: { ...draft, next: draft.next ?? '', key }, done: says.done }, { onSuccess: close })
      }
      close={close}
    >
      <DayField name="on" label={says.on} />
      <WordsField name="visitors" label={says.visitors} />
      <WordsField name="found" label={says.found} isLong />
      <WordsField name="next" label={says.next} isLong isOptional />
    </FormDialog>
  )
}
