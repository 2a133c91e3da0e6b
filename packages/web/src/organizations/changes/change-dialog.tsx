import { dayOf } from '@eduduty/core/calendar'
import type { UnitChange, UnitEntry } from '@eduduty/core/organizations'
import { Button, Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { organizationMessages as says } from '../messages.ts'
import { ChangeFields } from './change-fields.tsx'
import { ChangePreview } from './change-preview.tsx'
import { type ChangeValues, changeRequest, initialValues } from './change-request.ts'
import type { ChangeVerb } from './change-verbs.ts'
import { EffectFields } from './effect-fields.tsx'
import { useChange } from './use-change.ts'

interface ChangeDialogProps {
  readonly verb: ChangeVerb
  readonly unit: UnitEntry
  readonly units: readonly UnitEntry[]
  readonly close: () => void
}

/** First the particulars, then what will happen, then it is done. */
export function ChangeDialog({ verb, unit, units, close }: ChangeDialogProps): ReactNode {
  const [form] = Form.useForm<ChangeValues>()
  const [seen, setSeen] = useState<{ readonly values: ChangeValues; readonly change: UnitChange }>()
  const send = useChange<UnitChange>()
  const look = (values: ChangeValues) => {
    const { path, body } = changeRequest(verb, unit, values)
    send.mutate({ path, body: { ...body, dry_run: true } }, { onSuccess: (change) => setSeen({ values, change }) })
  }
  const confirm = () => {
    if (seen === undefined) return
    send.mutate({ ...changeRequest(verb, unit, seen.values), done: says.change.done }, { onSuccess: close })
  }
  const footer =
    seen === undefined ? (
      <>
        <Button onClick={close}>{says.cancel}</Button>
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
        requiredMark={false}
        hidden={seen !== undefined}
        initialValues={initialValues(verb, unit, dayOf(new Date()))}
        onFinish={look}
      >
        <ChangeFields verb={verb} unit={unit} units={units} />
        <EffectFields />
      </Form>
      {seen !== undefined && <ChangePreview change={seen.change} />}
    </Modal>
  )
}
