import type { DecideLimitsBody, LimitList, LimitsDecided, LimitUnit, LimitView } from '@eduduty/core/enrolment'
import { App, Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { WordsField } from '../care/fields.tsx'
import { limitColumns } from './limit-columns.tsx'
import { limitsPath, limitsStale } from './limit-queries.ts'
import { limitMessages as says } from './messages.ts'

interface Draft {
  readonly amounts?: Readonly<Record<string, number | null>>
  readonly units: Readonly<Record<string, LimitUnit>>
  readonly document: string
  readonly dated_on: string
}

/** All that is open in one form: the suggestions at one press, or own numbers; what was decided is changed on purpose only. */
export function LimitsForm({ county, list }: { county: string; list: LimitList }): ReactNode {
  const [form] = Form.useForm<Draft>()
  const { message } = App.useApp()
  const [changes, setChanges] = useState(false)
  const change = useChange<LimitsDecided>(limitsStale)
  const isEdited = ({ decided }: LimitView): boolean => changes || decided === undefined
  const edited = list.limits.filter(isEdited)
  const adopt = () => {
    const suggestions = edited.flatMap(({ id, suggested }) => (suggested === undefined ? [] : [{ id, suggested }]))
    form.setFieldsValue({
      amounts: Object.fromEntries(suggestions.map(({ id, suggested }) => [id, suggested.amount])),
      units: Object.fromEntries(suggestions.map(({ id, suggested }) => [id, suggested.unit])),
    })
  }
  const submit = (draft: Draft) => {
    const body = bodyOf(draft, edited)
    if (body.limits.length === 0) return void message.warning(says.empty)
    change.mutate({
      path: limitsPath(county),
      body,
      shown: true,
      done: ({ limits, cases, reports, children }) => says.done(limits, cases, reports, children),
    })
  }
  return (
    <Form<Draft> form={form} layout="vertical" initialValues={initialOf(list.limits)} onFinish={submit}>
      {edited.length > 0 && (
        <div className="limit-basis">
          <WordsField name="document" label={says.document} />
          <Form.Item name="dated_on" label={says.dated} rules={[{ required: true, message: says.datedRule }]}>
            <DateField label={says.dated} />
          </Form.Item>
          <Button onClick={adopt}>{says.adopt}</Button>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {says.ok}
          </Button>
        </div>
      )}
      {edited.length > 0 && <p className="muted">{says.adoptHint}</p>}
      {edited.length < list.limits.length && (
        <Button className="limit-change" onClick={() => setChanges(true)}>
          {says.change}
        </Button>
      )}
      <LedgerTable label={says.title} rows={list.limits} columns={limitColumns(isEdited)} rowKey={({ id }) => id} />
    </Form>
  )
}

/** What was decided stands in its field; a unit always does. */
const initialOf = (limits: readonly LimitView[]): Pick<Draft, 'amounts' | 'units'> => ({
  amounts: Object.fromEntries(
    limits.flatMap(({ id, decided }) => (decided === undefined ? [] : [[id, decided.amount]])),
  ),
  units: Object.fromEntries(
    limits.flatMap((limit) => {
      const unit = unitOf(limit)
      return unit === undefined ? [] : [[limit.id, unit]]
    }),
  ),
})

const unitOf = ({ decided, suggested, units: [first] }: LimitView): LimitUnit | undefined =>
  decided?.unit ?? suggested?.unit ?? first

function bodyOf({ amounts = {}, units, document, dated_on }: Draft, edited: readonly LimitView[]): DecideLimitsBody {
  const limits = edited.flatMap((limit) => {
    const amount = amounts[limit.id] ?? undefined
    const unit = units[limit.id] ?? unitOf(limit)
    return amount === undefined || unit === undefined ? [] : [{ id: limit.id, amount, unit }]
  })
  return { limits, document, dated_on }
}
