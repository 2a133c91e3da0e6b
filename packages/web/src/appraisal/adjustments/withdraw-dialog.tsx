import type { AdjustmentView, WithdrawAdjustmentBody } from '@eduduty/core/appraisal'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { type AppraisalKey, appraisalPath, useAppraisalDeed } from '../appraisal-queries.ts'
import { adjustmentMessages as says } from '../yearly-messages.ts'

interface WithdrawProps {
  readonly appraisalKey: AppraisalKey
  readonly adjustment: AdjustmentView
  readonly close: () => void
}

const paths = { unit: 'applications', office: 'adjustments' } as const

/** Takes back what one has proposed oneself. */
export function WithdrawDialog({ appraisalKey, adjustment, close }: WithdrawProps): ReactNode {
  const change = useAppraisalDeed()
  const { adjustment_id: id, side, kind, title, grounds, document } = adjustment
  const path = `${appraisalPath(appraisalKey)}/${paths[side]}/${encodeURIComponent(id)}/withdrawal`
  return (
    <FormDialog<WithdrawAdjustmentBody>
      danger
      title={`${says.withdraw}：${kind} ${title}`}
      hint={`${grounds}（${document}）。${says.withdrawHint}`}
      okText={says.withdraw}
      busy={change.isPending}
      submit={(body) => change.mutate({ path, body, done: says.withdrawn }, { onSuccess: close })}
      close={close}
    >
      <Form.Item
        name="reason"
        label={says.fields.reason}
        rules={[{ required: true, whitespace: true, min: 2, message: says.rules2 }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} showCount />
      </Form.Item>
    </FormDialog>
  )
}
