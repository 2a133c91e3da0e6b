import type { AdjustmentRules, ProposeAdjustmentBody } from '@eduduty/core/appraisal'
import type { PaperList } from '@eduduty/core/archive'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { getJson } from '../../platform/api/http.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { type AppraisalKey, appraisalPath, useAppraisalDeed } from '../appraisal-queries.ts'
import { appraisalMessages } from '../messages.ts'
import { adjustmentMessages as says } from '../yearly-messages.ts'

interface ProposeProps {
  readonly appraisalKey: AppraisalKey
  readonly rules: AdjustmentRules
  readonly side: 'unit' | 'office'
  readonly close: () => void
}

type Values = Omit<ProposeAdjustmentBody, 'papers'> & { readonly papers?: string[] }

const needed = [{ required: true, whitespace: true, message: says.rules2 }]
const words = [{ required: true, whitespace: true, min: 2, message: says.rules2 }]
const number = [{ required: true, pattern: /^\d{1,4}(\.\d{1,4})?$/, message: appraisalMessages.form.pointsRule }]

/** A unit asks for an addition; the office proposes additions and deductions. */
export function ProposeDialog({ appraisalKey, rules, side, close }: ProposeProps): ReactNode {
  const change = useAppraisalDeed()
  const [form] = Form.useForm<Values>()
  const rule = Form.useWatch('rule', form)
  const chosen = rules.kinds.find(({ id }) => id === rule)
  const offered = rules.kinds.filter(({ kind }) => side === 'office' || kind === '加分')
  const submit = ({ papers = [], ...body }: Values) =>
    change.mutate(
      {
        path: `${appraisalPath(appraisalKey)}/${side === 'unit' ? 'applications' : 'adjustments'}`,
        body: { ...body, papers },
        done: side === 'unit' ? says.applied : says.proposed,
      },
      { onSuccess: close },
    )
  return (
    <FormDialog<Values>
      title={side === 'unit' ? says.apply : says.propose}
      okText={side === 'unit' ? says.applyOk : says.ok}
      busy={change.isPending}
      form={form}
      width={620}
      submit={submit}
      close={close}
    >
      <Form.Item name="rule" label={says.fields.rule} rules={needed}>
        <Select options={offered.map(({ id, kind, title }) => ({ value: id, label: `${kind}：${title}` }))} />
      </Form.Item>
      <Form.Item
        name="points"
        label={chosen === undefined ? says.fields.points : says.fields.pointsMost(chosen.max)}
        rules={number}
      >
        <Input className="appraisal-short" inputMode="decimal" />
      </Form.Item>
      <Form.Item name="grounds" label={says.fields.grounds} rules={words}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} showCount />
      </Form.Item>
      <Form.Item name="document" label={says.fields.document} rules={words}>
        <Input maxLength={300} />
      </Form.Item>
      <Papers county={appraisalKey.county} />
    </FormDialog>
  )
}

const papersQuery = (county: string) =>
  queryOptions({
    queryKey: ['appraisal papers', county],
    queryFn: ({ signal }) => getJson<PaperList>(`/archive/papers/${encodeURIComponent(county)}`, signal),
  })

/** Papers of the archive, for whoever sees them. */
function Papers({ county }: { county: string }): ReactNode {
  const may = useMay()('archive.read')
  const { data } = useQuery({ ...papersQuery(county), enabled: may })
  if (!may) return null
  const options = (data?.papers ?? []).map((one) => ({ value: one.paper, label: one.title }))
  return (
    <Form.Item name="papers" label={says.fields.papers} extra={says.fields.papersHint}>
      <Select
        mode="multiple"
        options={options}
        loading={data === undefined}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </Form.Item>
  )
}
