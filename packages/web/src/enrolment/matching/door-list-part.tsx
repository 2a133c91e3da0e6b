import type { DoorListBody, ExportView } from '@eduduty/core/enrolment'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { exportsKey } from '../ledgers/ledger-queries.ts'
import { DoorListReturn } from './door-list-return.tsx'
import { matchMessages } from './match-messages.ts'
import { matchingPath } from './match-queries.ts'

const says = matchMessages.doorList

/** The list for visits: masked at once, with names and addresses for a purpose and once it is allowed, and back again. */
export function DoorListPart({ county }: { county: string }): ReactNode {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button size="small" href={`/api${matchingPath(county, 'door-list')}`}>
        {says.masked}
      </Button>
      <Button size="small" onClick={() => setAsking(true)}>
        {says.ask}
      </Button>
      <Link to="/enrolment/ledgers" search={{ view: 'exports' }}>
        {says.asked}
      </Link>
      <DoorListReturn county={county} />
      {isAsking && <AskDialog county={county} close={() => setAsking(false)} />}
    </>
  )
}

function AskDialog({ county, close }: { county: string; close: () => void }): ReactNode {
  const change = useChange<ExportView>(exportsKey)
  const path = matchingPath(county, 'door-list', 'exports')
  const done = ({ state }: ExportView) => (state === 'asked' ? says.waits : says.ready)
  return (
    <FormDialog<DoorListBody>
      title={says.askTitle}
      hint={says.askHint}
      okText={says.ok}
      busy={change.isPending}
      submit={({ reason }) => change.mutate({ path, body: { reason }, done }, { onSuccess: close })}
      close={close}
    >
      <ReasonField label={says.reason} />
    </FormDialog>
  )
}
