import { dayOf } from '@eduduty/core/calendar'
import type { UnitChange, UnitEntry } from '@eduduty/core/organizations'
import { Button, Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { organizationsKey } from '../../platform/api/unit-tree.ts'
import { atFields } from '../../platform/form/at-fields.ts'
import { formMessages } from '../../platform/form/messages.ts'
import { useChange } from '../../platform/form/use-change.ts'
import { organizationMessages as says } from '../messages.ts'
import { ChangeFields } from './change-fields.tsx'
import { ChangePreview } from './change-preview.tsx'
import { type ChangeValues, changeRequest, initialValues } from './change-request.ts'
import type { ChangeVerb } from './change-verbs.ts'
import { EffectFields } from './effect-fields.tsx'

interface ChangeDialogProps {
  readonly verb: ChangeVerb
  readonly unit: UnitEntry
  readonly units: readonly UnitEntry[]
  readonly close: () => void
}

/** Where a refusal of the preview stands. */
const faultFields = {
  'organizations.name_taken': 'name',
  'organizations.name_invalid': 'name',
  'organizations.code_taken': 'code',
  'organizations.code_invalid': 'code',
  'organizations.date_invalid': 'effective_on',
  'organizations.move_below_itself': 'parent_id',
}

/** First the particulars, then what will happen, then it is done. */
export function ChangeDialog({ verb, unit, units, close }: ChangeDialogProps): ReactNode {
  const [form] = Form.useForm<ChangeValues>()
  const [seen, setSeen] = useState<{ readonly values: ChangeValues; readonly change: UnitChange }>()
  const send = useChange<UnitChange>(organizationsKey)
  const look = (values: ChangeValues) => {
    const { path, body } = changeRequest(verb, unit, values)
    const asked = { path, body: { ...body, dry_run: true }, preview: true, at: atFields(form, faultFields) } as const
    send.mutate(asked, { onSuccess: (change) => setSeen({ values, change }) })
  }
  const confirm = () => {
    if (seen === undefined) return
    send.mutate({ ...changeRequest(verb, unit, seen.values), done: says.change.done }, { onSuccess: close })
  }
  const footer =
    seen === undefined ? (
      <>
        <Button onClick={close}>{formMessages.cancel}</Button>
        <Button type="primary" loading={send.isPending} onClick={() => form.submit()}>
          {says.change.preview}
        </Button>
      </>
    ) : (
      <>
        <Button onClick={() => setSeen(undefined)}>{says.change.back}</Button>
        <Button type="primary" danger={verb === 'close'} loading={send.isPending} onClick={confirm}>
          {says.change.confirm}
        </Button>
      </>
    )
  return (
    <Modal
      open
      width={640}
      title={says[verb].title(unit.name)}
      onCancel={close}
      footer={footer}
      mask={{ closable: false }}
    >
      <Form<ChangeValues>
        form={form}
        layout="vertical"
        hidden={seen !== undefined}
        initialValues={initialValues(verb, unit, dayOf(new Date()))}
        onFinish={look}
      >
        <ChangeFields verb={verb} unit={unit} units={units} />
        <EffectFields />
      </Form>
      {seen !== undefined && (
        <ChangePreview change={seen.change} on={seen.values.effective_on} reason={seen.values.reason} />
      )}
    </Modal>
  )
}
