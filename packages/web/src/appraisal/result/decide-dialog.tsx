import type { AppealView, AppraisalDetail, DecideAppealBody } from '@eduduty/core/appraisal'
import { Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { appraisalPath, useAppraisalDeed } from '../appraisal-queries.ts'
import type { DeskProps } from '../desk/desk-props.ts'
import { givenText } from '../given-text.ts'
import { appraisalMessages } from '../messages.ts'

const says = appraisalMessages.appeal
const needed = [{ required: true, message: appraisalMessages.form.required }]

interface Change {
  /** An item, or an addition or deduction. */
  readonly item: string
  readonly to: string
}

interface Values {
  readonly changes?: readonly Change[]
  readonly reason: string
}

/** Keeps the conclusion, or names the items that change and what they change to. */
export function DecideDialog(props: DeskProps & { appeal: AppealView; close: () => void }): ReactNode {
  const { appraisalKey, detail, appeal, close } = props
  const change = useAppraisalDeed()
  const submit = ({ changes = [], reason }: Values) => {
    const isAdjustment = ({ item }: Change) => detail.adjustments.some((one) => one.adjustment_id === item)
    const body: DecideAppealBody = {
      changes: changes.filter((one) => !isAdjustment(one)).map((one) => changeOf(detail, one)),
      adjustments: changes.filter(isAdjustment).map(({ item, to }) => ({ adjustment: item, points: to.trim() })),
      reason,
    }
    const path = `${appraisalPath(appraisalKey)}/appeals/${encodeURIComponent(appeal.appeal_id)}/decision`
    change.mutate({ path, body, done: says.decided }, { onSuccess: close })
  }
  return (
    <FormDialog<Values>
      title={says.decide}
      hint={says.decideHint}
      okText={says.decideOk}
      busy={change.isPending}
      width={680}
      submit={submit}
      close={close}
    >
      <Form.List name="changes">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="appraisal-change">
                <Form.Item name={[name, 'item']} rules={needed}>
                  <Select placeholder={says.changeItem} options={optionsOf(detail)} />
                </Form.Item>
                <Form.Item name={[name, 'to']} rules={needed}>
                  <Input placeholder={says.to} aria-label={says.to} />
                </Form.Item>
                <Button type="link" onClick={() => remove(name)}>
                  {appraisalMessages.form.remove}
                </Button>
              </div>
            ))}
            <Button size="small" onClick={() => add()}>
              {says.addChange}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item
        name="reason"
        label={says.decision}
        rules={[{ required: true, whitespace: true, min: 5, message: says.groundsRule }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} showCount />
      </Form.Item>
    </FormDialog>
  )
}

function optionsOf(detail: AppraisalDetail): { value: string; label: string }[] {
  const adjustments = detail.adjustments
    .filter(({ state }) => state !== 'withdrawn')
    .map((one) => ({
      value: one.adjustment_id,
      label: says.change(`${one.kind}：${one.title}`, one.decided_points ?? '0'),
    }))
  return [...itemsOf(detail), ...adjustments]
}

function itemsOf({ items }: AppraisalDetail): { value: string; label: string }[] {
  return items
    .filter(({ is_idle: isIdle }) => !isIdle)
    .map((item) => ({ value: item.item, label: says.change(item.title, givenText(item, item.verified) ?? '') }))
}

/** A level by its name where the item has levels, else points. */
function changeOf({ items }: AppraisalDetail, { item: id, to }: { item: string; to: string }) {
  const isByLevel = (items.find(({ item }) => item === id)?.levels.length ?? 0) > 0
  return { item: id, ...(isByLevel ? { level: to.trim() } : { points: to.trim() }) }
}
