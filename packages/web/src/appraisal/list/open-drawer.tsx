import type { AppraisalOffer, OpenAppraisalBody, OpenedAppraisals } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/calendar'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { offersQuery, useAppraisalDeed } from '../appraisal-queries.ts'
import { appraisalMessages } from '../messages.ts'

const says = appraisalMessages.opening

/** Opens appraisals of the units that one evaluation rates. */
export function OpenDrawer({ close }: { close: () => void }): ReactNode {
  const { data, error, refetch } = useQuery(offersQuery())
  return (
    <SidePanel title={says.title} close={close} isTyped>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && data.offers.length === 0 && <EmptyState title={says.none} advice={says.noneAdvice} />}
      {data !== undefined && data.offers.length > 0 && <OpenForm offers={data.offers} close={close} />}
    </SidePanel>
  )
}

type Values = OpenAppraisalBody

const needed = [{ required: true, message: says.rule }]
const neededDay = [{ required: true, message: says.dayRule }]
const percent = [{ required: true, pattern: /^(100|\d{1,2}(\.\d{1,2})?)$/, message: says.percentRule }]

function OpenForm({ offers, close }: { offers: readonly AppraisalOffer[]; close: () => void }): ReactNode {
  const [form] = Form.useForm<Values>()
  const open = useAppraisalDeed<OpenedAppraisals>()
  const run = Form.useWatch('run', form) ?? offers[0]?.run
  const offer = offers.find((one) => one.run === run)
  const ratingId = Form.useWatch('rating', form) ?? offer?.ratings[0]?.rating
  const rating = offer?.ratings.find((one) => one.rating === ratingId) ?? offer?.ratings[0]
  const first = offers[0]
  const submit = (values: Values) =>
    open.mutate(
      { path: '/appraisal/appraisals', body: values, done: ({ appraisal_ids }) => says.done(appraisal_ids.length) },
      { onSuccess: close },
    )
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      onFinish={submit}
      initialValues={{ run: first?.run, rating: first?.ratings[0]?.rating }}
      onValuesChange={(changed) => {
        if (changed.run !== undefined) {
          const next = offers.find((one) => one.run === changed.run)?.ratings[0]?.rating
          form.setFieldsValue({ ...(next !== undefined && { rating: next }), subjects: [] })
        }
        if (changed.rating !== undefined) form.setFieldsValue({ subjects: [] })
      }}
    >
      <Form.Item name="run" label={says.run} rules={needed}>
        <Select options={offers.map((one) => ({ value: one.run, label: runText(one) }))} />
      </Form.Item>
      <Form.Item name="rating" label={says.rating} rules={needed}>
        <Select
          options={(offer?.ratings ?? []).map((one) => ({
            value: one.rating,
            label: says.ratingText(one.title, one.items, one.full),
          }))}
        />
      </Form.Item>
      <Form.Item name="subjects" label={says.subjects} rules={needed}>
        <Checkbox.Group
          options={(rating?.subjects ?? []).map(({ subject, name, is_open, is_own }) => ({
            value: subject,
            label: is_open ? says.already(name) : is_own ? says.own(name) : name,
            disabled: is_open || is_own,
          }))}
        />
      </Form.Item>
      <Windows />
      <div className="appraisal-actions">
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          {says.ok}
        </Button>
      </div>
    </Form>
  )
}

const runText = (one: AppraisalOffer): string =>
  says.runText({ county: one.county_name, year: one.year, pack: one.pack_title, official: one.is_official })

/** Last days, and what the scheme of the year lays down; nothing of it has a default. */
function Windows(): ReactNode {
  const today = dayOf(new Date())
  return (
    <>
      <div className="appraisal-pair">
        <Form.Item name="self_until" label={says.self} rules={neededDay}>
          <DateField min={today} />
        </Form.Item>
        <Form.Item name="rate_until" label={says.rate} rules={neededDay}>
          <DateField min={today} />
        </Form.Item>
      </div>
      <div className="appraisal-pair">
        <Form.Item name="publicity_days" label={says.publicity} rules={needed}>
          <InputNumber min={1} max={90} precision={0} />
        </Form.Item>
        <Form.Item name="appeal_days" label={says.appeal} rules={needed}>
          <InputNumber min={1} max={90} precision={0} />
        </Form.Item>
      </div>
      <p className="note">{says.daysHint}</p>
      <Form.Item name="tolerance_percent" label={says.tolerance} rules={percent} extra={says.toleranceHint}>
        <Input suffix={says.percent} className="appraisal-short" />
      </Form.Item>
    </>
  )
}
