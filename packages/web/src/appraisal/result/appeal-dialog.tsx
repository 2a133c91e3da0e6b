import type { AppealBody } from '@eduduty/core/appraisal'
import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { appraisalPath, useAppraisalDeed } from '../appraisal-queries.ts'
import type { DeskProps } from '../desk/desk-props.ts'
import { itemOptions } from '../desk/item-options.ts'
import { appraisalMessages } from '../messages.ts'

const says = appraisalMessages.appeal

/** The unit objects: to which items, and why. */
export function AppealDialog({ appraisalKey, detail, close }: DeskProps & { close: () => void }): ReactNode {
  const change = useAppraisalDeed()
  const submit = ({ items = [], grounds }: Partial<AppealBody>) =>
    change.mutate(
      { path: `${appraisalPath(appraisalKey)}/appeals`, body: { items, grounds }, done: says.done },
      { onSuccess: close },
    )
  return (
    <FormDialog<Partial<AppealBody>>
      title={says.title}
      okText={says.ok}
      busy={change.isPending}
      submit={submit}
      close={close}
    >
      <Form.Item name="items" label={says.items}>
        <Select mode="multiple" options={itemOptions(detail)} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item
        name="grounds"
        label={says.grounds}
        rules={[{ required: true, whitespace: true, min: 5, message: says.groundsRule }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} showCount />
      </Form.Item>
    </FormDialog>
  )
}
