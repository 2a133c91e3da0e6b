import type { AdjustmentRules, AdjustmentView, SettleAdjustmentBody } from '@eduduty/core/appraisal'
import { Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { type AppraisalKey, appraisalPath, useAppraisalDeed } from '../appraisal-queries.ts'
import { appraisalMessages } from '../messages.ts'
import { adjustmentMessages as says } from '../yearly-messages.ts'

interface SettleProps {
  readonly appraisalKey: AppraisalKey
  readonly rules: AdjustmentRules
  readonly adjustment: AdjustmentView
  readonly close: () => void
}

const { fields } = says
const number = [{ required: true, pattern: /^\d{1,4}(\.\d{1,4})?$/, message: appraisalMessages.form.pointsRule }]

/** Grants what was proposed, or less or more up to the limit, or refuses it. */
export function SettleDialog({ appraisalKey, rules, adjustment, close }: SettleProps): ReactNode {
  const change = useAppraisalDeed()
  const [form] = Form.useForm<SettleAdjustmentBody>()
  const accepts = Form.useWatch('accepts', form) !== false
  const max = rules.kinds.find(({ id }) => id === adjustment.rule)?.max ?? adjustment.points
  const path = `${appraisalPath(appraisalKey)}/adjustments/${encodeURIComponent(adjustment.adjustment_id)}/decision`
  const submit = ({ accepts: yes, points, reason }: SettleAdjustmentBody) =>
    change.mutate(
      { path, body: { accepts: yes, ...(yes && points !== undefined && { points }), reason }, done: says.settled },
      { onSuccess: close },
    )
  return (
    <FormDialog<SettleAdjustmentBody>
      title={`${adjustment.kind}：${adjustment.title}`}
      hint={`${adjustment.grounds}（${adjustment.document}）`}
      okText={says.settleOk}
      busy={change.isPending}
      form={form}
      initial={{ accepts: true, points: adjustment.points }}
      submit={submit}
      close={close}
    >
      <Form.Item name="accepts" label={fields.accepts}>
        <Radio.Group
          options={[
            { value: true, label: fields.yes },
            { value: false, label: fields.no },
          ]}
        />
      </Form.Item>
      {accepts && (
        <Form.Item name="points" label={`${fields.given}　${fields.pointsMost(max)}`} rules={number}>
          <Input className="appraisal-short" inputMode="decimal" />
        </Form.Item>
      )}
      <Form.Item
        name="reason"
        label={fields.reason}
        rules={[{ required: true, whitespace: true, min: 2, message: says.rules2 }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} showCount />
      </Form.Item>
    </FormDialog>
  )
}
