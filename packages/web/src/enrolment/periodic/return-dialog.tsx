import type { PeriodicRow, PeriodicView, ReturnPeriodicBody } from '@eduduty/core/enrolment'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { periodicMessages } from './messages.ts'
import { onePeriodicPath, periodicKey } from './periodic-queries.ts'

const says = periodicMessages.returns

/** Gives a report back to the unit, with the reason. */
export function ReturnDialog({ county, row }: { county: string; row: PeriodicRow }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const change = useChange<PeriodicView>(periodicKey)
  const path = `${onePeriodicPath(county, row.periodic)}/return`
  return (
    <>
      <Button onClick={() => setOpen(true)}>{says.open}</Button>
      {isOpen && (
        <FormDialog<ReturnPeriodicBody>
          title={says.title}
          hint={says.hint}
          okText={says.ok}
          busy={change.isPending}
          submit={({ reason }) =>
            change.mutate({ path, body: { reason }, done: says.done, shown: true }, { onSuccess: () => setOpen(false) })
          }
          close={() => setOpen(false)}
        >
          <ReasonField label={says.reason} />
        </FormDialog>
      )}
    </>
  )
}
