import { dayOf } from '@eduduty/core/calendar'
import type { OpenUnitBody, UnitEntry, UnitKind } from '@eduduty/core/organizations'
import { Form, Input, Modal, Select } from 'antd'
import type { ReactNode } from 'react'
import { organizationMessages } from '../messages.ts'
import { kindChoices } from '../organizations-search.ts'
import { UnitSelect } from './unit-select.tsx'
import { useChange } from './use-change.ts'

const says = organizationMessages.open
const required = [{ required: true, message: says.required }]

interface OpenDialogProps {
  readonly county: string
  readonly units: readonly UnitEntry[]
  readonly close: () => void
}

type Values = Omit<OpenUnitBody, 'county'>

/** Sets up a unit below an open one. Without any unit yet, it is the government. */
export function OpenDialog({ county, units, close }: OpenDialogProps): ReactNode {
  const [form] = Form.useForm<Values>()
  const send = useChange<{ unit_id: string }>()
  const isFirst = units.length === 0
  const kind: UnitKind = Form.useWatch('kind', form) ?? (isFirst ? 'government' : 'school')
  const submit = (values: Values) => {
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
    const body = { county, ...filled }
    send.mutate({ path: '/units', body, done: says.done(values.name) }, { onSuccess: close })
  }
  const top = units.find((unit) => unit.unit_id === 'G') ?? units[0]
  return (
    <Modal
      open
      width={640}
      title={says.title}
      okText={says.action}
      cancelText={organizationMessages.cancel}
      okButtonProps={{ loading: send.isPending }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{
          kind,
          opened_on: dayOf(new Date()),
          ...(isFirst ? { code: county } : { parent_id: top?.unit_id }),
        }}
      >
        <OpenFields kind={kind} units={units} />
      </Form>
    </Modal>
  )
}

function OpenFields({ kind, units }: { kind: UnitKind; units: readonly UnitEntry[] }): ReactNode {
  return (
    <>
      <div className="change-pair">
        <Form.Item name="kind" label={says.kind} rules={required}>
          <Select options={kindChoices.map((value) => ({ value, label: organizationMessages.kind[value] }))} />
        </Form.Item>
        {kind !== 'government' && (
          <Form.Item name="parent_id" label={says.parent} rules={required}>
            <UnitSelect units={units} />
          </Form.Item>
        )}
      </div>
      <Form.Item name="name" label={says.name} rules={required}>
        <Input maxLength={80} autoFocus />
      </Form.Item>
      <div className="change-pair">
        <Form.Item name="code" label={says.code} extra={says.codeHint[kind]}>
          <Input maxLength={18} />
        </Form.Item>
        {(kind === 'school' || kind === 'kindergarten') && (
          <Form.Item name="school_type" label={says.schoolType} extra={says.schoolTypeHint}>
            <Input maxLength={40} />
          </Form.Item>
        )}
      </div>
      <div className="change-pair">
        <Form.Item name="opened_on" label={says.openedOn} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="reason" label={says.reason}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
    </>
  )
}
