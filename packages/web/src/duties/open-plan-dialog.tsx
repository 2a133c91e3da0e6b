import { dayOf } from '@eduduty/core/calendar'
import { type DutyPlan, type DutyPlanList, type ProposedPlan, proposePlan } from '@eduduty/core/duties'
import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { unitTreeQuery } from '../platform/api/unit-tree.ts'
import { atFields } from '../platform/form/at-fields.ts'
import { FormDialog } from '../platform/form/form-dialog.tsx'
import { useChange } from '../platform/form/use-change.ts'
import { dutiesKey, plansQuery } from './duty-queries.ts'
import { dutyMessages } from './messages.ts'
import { PlanRuleFields } from './plan-rule-fields.tsx'

const says = dutyMessages.opening

interface Values {
  readonly county: string
  readonly year: number
  readonly title: string
  readonly document?: string
  readonly soon_days: number
  readonly silent_days: number
  readonly answer_days?: number | null
}

/** Begins a year: for which county, under which document, and when lights turn. */
export function OpenPlanDialog(props: { close: () => void; opened: (plan: DutyPlan) => void }): ReactNode {
  const [form] = Form.useForm<Values>()
  const { data: tree } = useQuery(unitTreeQuery())
  const open = useChange<DutyPlan>(dutiesKey)
  const { data: plans } = useQuery(plansQuery())
  if (tree === undefined || plans === undefined) return null
  const propose = (county: string) => proposePlan(plans.plans, county, plans.offered, dayOf(new Date()))
  return (
    <FormDialog<Values>
      title={says.title}
      okText={says.ok}
      form={form}
      busy={open.isPending}
      initial={{ county: tree.county, ...valuesOf(propose(tree.county)) }}
      submit={({ document = '', answer_days: answer = null, ...values }) =>
        open.mutate(
          {
            path: '/duties/plans',
            body: { ...values, document, ...(answer !== null && { answer_days: answer }) },
            done: ({ title }) => says.done(title),
            at: atFields(form, { 'duties.plan_exists': 'year', 'duties.whole_county': 'county' }),
          },
          { onSuccess: props.opened },
        )
      }
      close={props.close}
    >
      <PlanFields
        counties={tree.counties}
        offered={plans.offered}
        propose={propose}
        pick={(county) => form.setFieldsValue(valuesOf(propose(county)))}
        named={(next) => form.setFieldsValue({ title: says.nameOf(next) })}
      />
    </FormDialog>
  )
}

function valuesOf(proposed: ProposedPlan): Omit<Values, 'county'> {
  const { year, soon_days, silent_days, answer_days = null } = proposed
  return { year, title: says.nameOf(year), soon_days, silent_days, answer_days }
}

interface PlanFieldsProps {
  readonly counties: readonly { readonly code: string; readonly name: string }[]
  readonly offered: DutyPlanList['offered']
  readonly propose: (county: string) => ProposedPlan
  readonly pick: (county: string) => void
  readonly named: (year: number) => void
}

function PlanFields({ counties, offered, propose, pick, named }: PlanFieldsProps): ReactNode {
  const options = counties.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <>
      <Form.Item name="county" label={says.county} hidden={counties.length < 2} rules={[{ required: true }]}>
        <Select options={options} onChange={pick} />
      </Form.Item>
      <Form.Item name="year" label={says.year} rules={[{ required: true, message: says.yearRule }]}>
        <InputNumber min={2000} max={2999} onChange={(year) => year !== null && named(year)} />
      </Form.Item>
      <Form.Item name="title" label={says.name} rules={[{ required: true, whitespace: true, message: says.nameRule }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="document" label={says.document}>
        <Input maxLength={200} />
      </Form.Item>
      <PlanRuleFields />
      <DaysOrigin offered={offered} propose={propose} />
    </>
  )
}

/** Where the days that are filled in come from: the county's last plan, else the pack. */
function DaysOrigin({ offered, propose }: Pick<PlanFieldsProps, 'offered' | 'propose'>): ReactNode {
  const county: unknown = Form.useWatch('county')
  const after = typeof county === 'string' ? propose(county).after : undefined
  return (
    <p className="muted">
      {after === undefined ? says.offered(offered.source, offered.is_unverified) : says.carried(after)}
    </p>
  )
}
