import type { AppraisalItemView, SelfRatingBody } from '@eduduty/core/appraisal'
import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { type AppraisalKey, appraisalPath, useAppraisalDeed } from '../appraisal-queries.ts'
import { isSame, numberOf } from '../given-text.ts'
import { appraisalMessages } from '../messages.ts'
import { EvidenceFields } from './evidence-fields.tsx'
import { RatingFields } from './rating-fields.tsx'

const says = appraisalMessages.form

interface FormProps {
  readonly appraisalKey: AppraisalKey
  readonly item: AppraisalItemView
  readonly forward: () => void
}

const FOUR = 4

/** What the unit says of itself; begins with what was computed. */
export function SelfRatingForm({ appraisalKey, item, forward }: FormProps): ReactNode {
  const [form] = Form.useForm<SelfRatingBody>()
  const change = useAppraisalDeed()
  const computed = typable(item.computed)
  const [points, level] = [Form.useWatch('points', form), Form.useWatch('level', form)]
  const chosen = { ...(points !== undefined && { points }), ...(level !== undefined && { level }) }
  const hasComputed = computed.level !== undefined || computed.points !== undefined
  const isOther =
    hasComputed && (points ?? level) !== undefined && !isSame(pickBy(item, computed), pickBy(item, chosen))
  const send = (values: SelfRatingBody, then?: () => void) => {
    const body = bodyOf(item, values, isOther)
    const path = `${appraisalPath(appraisalKey)}/items/${encodeURIComponent(item.item)}/self-rating`
    change.mutate({ path, body, done: says.saved }, { onSuccess: () => then?.() })
  }
  const { self } = item
  return (
    <Form<SelfRatingBody>
      form={form}
      layout="vertical"
      className="appraisal-part"
      onFinish={(values) => send(values, forward)}
      initialValues={{
        ...(self === undefined ? pickBy(item, computed) : pickBy(item, typable(self))),
        grounds: self?.grounds,
        deviation_reason: self?.deviation_reason,
        evidence: item.evidence,
      }}
    >
      <h3>{appraisalMessages.panel.self}</h3>
      <RatingFields item={item} />
      {isOther && <DeviationFields take={() => form.setFieldsValue(pickBy(item, computed))} />}
      <Form.Item
        name="grounds"
        label={says.grounds}
        rules={[{ required: true, whitespace: true, message: says.required }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          showCount
          placeholder={says.groundsHint}
        />
      </Form.Item>
      <EvidenceFields />
      <div className="appraisal-actions">
        <Button loading={change.isPending} onClick={() => void form.validateFields().then((values) => send(values))}>
          {says.save}
        </Button>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {says.saveNext}
        </Button>
      </div>
    </Form>
  )
}

function bodyOf(item: AppraisalItemView, values: SelfRatingBody, isOther: boolean) {
  return {
    ...(item.levels.length > 0 ? { level: values.level } : { points: values.points }),
    grounds: values.grounds ?? '',
    deviation_reason: isOther ? (values.deviation_reason ?? '') : '',
    evidence: (values.evidence ?? []).map(({ name, reference = '', link }) => ({
      name,
      reference,
      ...(link !== undefined && link !== '' && { link }),
    })),
  }
}

/** The unit says something else than was computed: back to that, or why not. */
function DeviationFields({ take }: { take: () => void }): ReactNode {
  return (
    <>
      <Button size="small" onClick={take}>
        {says.take}
      </Button>
      <Form.Item
        name="deviation_reason"
        label={says.deviation}
        rules={[{ required: true, whitespace: true, message: says.required }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={2000} showCount />
      </Form.Item>
    </>
  )
}

interface Computed {
  readonly points?: string
  readonly level?: string
}

/** Only what the item is rated by. */
const pickBy = ({ levels }: AppraisalItemView, { points, level }: Computed): Computed =>
  levels.length > 0 ? { ...(level !== undefined && { level }) } : { ...(points !== undefined && { points }) }

/** A computed third of a point cannot be typed: the nearest that can. */
function typable({ points, level }: Computed): Computed {
  const number = numberOf(points)
  return {
    ...(level !== undefined && { level }),
    ...(number !== undefined && { points: String(Number(number.toFixed(FOUR))) }),
  }
}
