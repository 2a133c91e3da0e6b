import type { PriceBody, PricedThing, PriceTable } from '@eduduty/core/evaluation'
import { Form, Input, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { priceMessages as says } from './messages.ts'
import { pricesKey, pricesPath } from './price-queries.ts'

type Values = Omit<PriceBody, 'of' | 'unit'>

const yuanRules = [{ required: true, pattern: /^(?!0+(\.0+)?$)\d{1,10}(\.\d{1,2})?$/, message: says.rules.yuan }]
const sourceRules = [{ required: true, whitespace: true, min: 2, max: 300, message: says.rules.source }]
const dayRules = [{ required: true, message: says.rules.since }]

/** Enters another price; the former one stays in the history. A price in force can be taken back. */
export function PriceDialog(props: { thing: PricedThing; today: string; close: () => void }): ReactNode {
  const { thing, today, close } = props
  const { of, unit, price } = thing
  const { id } = useCurrentRun()
  const change = useChange<PriceTable>(pricesKey)
  const [takesBack, setTakesBack] = useState(false)
  const submit = (values: Values) => {
    const body: PriceBody = takesBack
      ? { of, unit, per: price?.per ?? 'once', source: values.source, since: today }
      : { of, unit, ...values }
    change.mutate(
      { path: pricesPath(id), body, done: takesBack ? says.withdrawDone : says.saved, shown: true },
      { onSuccess: close },
    )
  }
  return (
    <FormDialog<Values>
      title={says.dialog(of, unit)}
      hint={takesBack ? says.withdrawAsk : says.hint}
      okText={takesBack ? says.withdraw : says.save}
      danger={takesBack}
      busy={change.isPending}
      initial={{ per: price?.per ?? 'once', since: today, ...(price?.yuan !== undefined && { yuan: price.yuan }) }}
      submit={submit}
      close={close}
    >
      {!takesBack && (
        <>
          <Form.Item name="yuan" label={says.fields.yuan} rules={yuanRules}>
            <Input inputMode="decimal" autoComplete="off" />
          </Form.Item>
          <Form.Item name="per" label={says.fields.per}>
            <Radio.Group
              options={[
                { value: 'once', label: says.per.once },
                { value: 'yearly', label: says.per.yearly },
              ]}
            />
          </Form.Item>
        </>
      )}
      <Form.Item name="source" label={says.fields.source} rules={sourceRules} extra={says.sourceHint}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={300} showCount />
      </Form.Item>
      {!takesBack && (
        <Form.Item name="since" label={says.fields.since} rules={dayRules}>
          <DateField />
        </Form.Item>
      )}
      {price !== undefined && !takesBack && (
        <button type="button" className="link" onClick={() => setTakesBack(true)}>
          {says.withdrawInstead}
        </button>
      )}
    </FormDialog>
  )
}
