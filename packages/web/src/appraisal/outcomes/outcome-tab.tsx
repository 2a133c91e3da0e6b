import type { OutcomeView } from '@eduduty/core/appraisal'
import { Button, Tooltip } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { appraisalPath, useAppraisalDeed } from '../appraisal-queries.ts'
import type { DeskProps } from '../desk/desk-props.ts'
import { outcomeMessages as says } from '../yearly-messages.ts'
import { outcomeColumns } from './outcome-columns.tsx'
import { RecordDialog } from './record-dialog.tsx'

/** What followed from the result; for whoever may, the way to record it and to strike it out. */
export function OutcomeTab({ appraisalKey, detail }: DeskProps): ReactNode {
  const [recording, setRecording] = useState(false)
  const [striking, setStriking] = useState<OutcomeView>()
  const { outcomes, record_outcome: may } = detail
  const button = may !== undefined && (
    <Tooltip title={may.why}>
      <Button type="primary" disabled={!may.allowed} onClick={() => setRecording(true)}>
        {says.record}
      </Button>
    </Tooltip>
  )
  return (
    <>
      {outcomes.length > 0 && <div className="filters">{button}</div>}
      <LedgerTable
        label={says.table}
        rows={outcomes}
        columns={[
          ...outcomeColumns<OutcomeView>((one) => one),
          {
            key: 'action',
            title: says.columns.action,
            width: 70,
            cell: (one: OutcomeView) =>
              may?.allowed === true &&
              one.struck === undefined && (
                <Button size="small" danger onClick={() => setStriking(one)}>
                  {says.strike}
                </Button>
              ),
          },
        ]}
        rowKey={(one) => one.outcome_id}
        empty={<EmptyState title={says.none} advice={says.noneAdvice} action={button} />}
      />
      {recording && <RecordDialog appraisalKey={appraisalKey} close={() => setRecording(false)} />}
      {striking !== undefined && (
        <StrikeDialog {...{ appraisalKey, detail }} outcome={striking} close={() => setStriking(undefined)} />
      )}
    </>
  )
}

function StrikeDialog(props: DeskProps & { outcome: OutcomeView; close: () => void }): ReactNode {
  const { appraisalKey, outcome, close } = props
  const change = useAppraisalDeed()
  const path = `${appraisalPath(appraisalKey)}/outcomes/${encodeURIComponent(outcome.outcome_id)}/strike`
  return (
    <FormDialog<{ reason: string }>
      title={says.strikeTitle}
      hint={says.strikeHint}
      okText={says.strike}
      danger
      busy={change.isPending}
      submit={(body) => change.mutate({ path, body, done: says.struck }, { onSuccess: close })}
      close={close}
    >
      <ReasonField />
    </FormDialog>
  )
}
