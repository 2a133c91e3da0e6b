import { dayOf } from '@eduduty/core/calendar'
import type { OpenUnitBody, UnitEntry, UnitKind } from '@eduduty/core/organizations'
import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { organizationsKey } from '../../platform/api/unit-tree.ts'
import { atFields } from '../../platform/form/at-fields.ts'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { organizationMessages } from '../messages.ts'
import { kindChoices } from '../organizations-search.ts'
import { UnitSelect } from './unit-select.tsx'

const says = organizationMessages.open
const required = [{ required: true, message: says.required }]

interface OpenDialogProps {
  readonly county: string
  readonly units: readonly UnitEntry[]
  readonly close: () => void
}

/** Where a refusal stands. */
const faultFields = {
  'organizations.name_taken': 'name',
  'organizations.name_invalid': 'name',
  'organizations.code_taken': 'code',
  'organizations.code_invalid': 'code',
  'organizations.date_invalid': 'opened_on',
}

type Values = Omit<OpenUnitBody, 'county'>

/** Sets up a unit below an open one. Without any unit yet, it is the government. */
export function OpenDialog({ county, units, close }: OpenDialogProps): ReactNode {
  const [form] = Form.useForm<Values>()
  const send = useChange<{ unit_id: string }>(organizationsKey)
  const isFirst = units.length === 0
  const kind: UnitKind = Form.useWatch('kind', form) ?? (isFirst ? 'government' : 'school')
  const submit = (values: Values) => {
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
    const body = { county, ...filled }
    const sent = { path: '/organizations/units', body, done: says.done(values.name), at: atFields(form, faultFields) }
    send.mutate(sent, { onSuccess: close })
  }
  const top = units.find((unit) => unit.unit_id === 'G') ?? units[0]
  return (
    <FormDialog<Values>
      width={640}
      title={says.title}
      okText={says.action}
      busy={send.isPending}
      form={form}
      initial={{
        kind,
        opened_on: dayOf(new Date()),
        ...(isFirst ? { code: county } : top !== undefined && { parent_id: top.unit_id }),
      }}
      submit={submit}
      close={close}
    >
      <OpenFields kind={kind} units={units} />
    </FormDialog>
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
          <DateField />
        </Form.Item>
        <Form.Item name="reason" label={says.reason}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
    </>
  )
}
