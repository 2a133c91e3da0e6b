import type { FindingView, SettleFindingBody } from '@eduduty/core/enrolment'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { matchMessages } from './match-messages.ts'
import { matchingKey, matchingPath } from './match-queries.ts'

const says = matchMessages.findings

export interface Settling {
  readonly row: FindingView
  readonly answer: SettleFindingBody['answer']
}

interface Values {
  readonly why: string
  readonly proof?: string
}

/** Asks what somebody found out about a child, and what shows it. */
export function SettleDialog(props: {
  readonly county: string
  readonly settling: Settling
  readonly close: () => void
}): ReactNode {
  const { county, settling, close } = props
  const { row, answer } = settling
  const change = useChange(matchingKey)
  const excludes = answer === 'excluded'
  const opensCase = row.ledger !== '待核实信息'
  const hint = excludes ? says.excludeHint : opensCase ? says.confirmHint : says.confirmHintWords
  return (
    <FormDialog<Values>
      title={excludes ? says.excludeTitle : says.confirmTitle}
      okText={excludes ? says.exclude : says.confirm}
      busy={change.isPending}
      hint={`${row.name} ${row.unit_name}：${row.says}。${hint}`}
      submit={({ why, proof }) =>
        change.mutate(
          {
            path: matchingPath(county, 'findings', row.finding),
            body: { answer, why, ...(proof !== undefined && proof !== '' && { proof }) },
            done: excludes ? says.excluded : says.confirmed,
            shown: true,
          },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <Form.Item name="why" label={says.why} rules={[{ required: true, whitespace: true, message: says.whyNeeded }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      {excludes && (
        <Form.Item
          name="proof"
          label={says.proof}
          rules={[{ required: true, whitespace: true, message: says.proofNeeded }]}
        >
          <Input maxLength={500} placeholder={says.proofHint} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
