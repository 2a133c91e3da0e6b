import type { CareView, PlaceBody } from '@eduduty/core/enrolment'
import { Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { useUnitChoices } from '../cases/unit-choices.ts'
import { careKey, childPath } from './care-queries.ts'
import { childMessages } from './child-messages.ts'
import { bodyOf, DayField, WordsField } from './fields.tsx'

const says = childMessages.placement

const blank = { class: '', opinion: '', reasons: '' }

interface DialogProps {
  readonly view: CareView
  readonly close: () => void
}

/** Places a child: what the kind requires by the pack has to be said. */
export function PlaceDialog({ view: { row, rules }, close }: DialogProps): ReactNode {
  const [form] = Form.useForm<PlaceBody>()
  const chosen = Form.useWatch('kind', form)
  const kind = rules.placements.find(({ id }) => id === chosen)
  const { schools } = useUnitChoices(row.county)
  const own = schools.find(({ label }) => label === row.school)?.value
  const change = useChange<unknown>(careKey)
  const nameOwn = () => {
    if (form.getFieldValue('school') === undefined) form.setFieldValue('school', own)
  }
  const needs = (what: (typeof rules.placements)[number]['needs'][number]): boolean =>
    kind?.needs.includes(what) === true
  return (
    <FormDialog<PlaceBody>
      title={says.placeTitle}
      hint={says.placeHint}
      okText={says.ok}
      width={680}
      form={form}
      busy={change.isPending}
      submit={(draft) =>
        change.mutate(
          {
            path: `${childPath(row.county, row.child)}/placements`,
            body: bodyOf({ ...blank, ...draft }, ['school', 'review_on']),
            done: says.placeDone,
          },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <Form.Item name="kind" label={says.kind} rules={[{ required: true, message: says.kindRule }]}>
        <Select options={rules.placements.map(({ id, title }) => ({ value: id, label: title }))} onChange={nameOwn} />
      </Form.Item>
      {kind !== undefined && <KindNote kind={kind} />}
      <div className="case-pair">
        <DayField name="on" label={says.on} />
        <DayField
          name="review_on"
          label={says.reviewOn}
          hint={kind === undefined ? undefined : says.reviewHint(kind)}
          isOptional={!needs('复核日期')}
        />
        <Form.Item
          name="school"
          label={says.school}
          rules={needs('学校') ? [{ required: true, message: childMessages.required(says.school) }] : []}
        >
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...schools]} />
        </Form.Item>
        <WordsField name="class" label={says.class} isOptional={!needs('班级')} />
      </div>
      <WordsField name="decider" label={says.decidedBy} hint={says.decidedHint} />
      <WordsField name="opinion" label={says.opinion} isLong isOptional={!needs('专家意见')} />
      <WordsField name="reasons" label={says.reasons} isLong isOptional={!needs('理由')} />
    </FormDialog>
  )
}

/** What the kind requires, and where that comes from. */
function KindNote({ kind }: { kind: CareView['rules']['placements'][number] }): ReactNode {
  return (
    <p className="note care-needs">
      {says.needs(kind.title, kind.needs.join('、'))}
      <span className="muted apart">{kind.basis}</span>
      {kind.is_unverified && <span className="unverified apart">{says.unverified}</span>}
    </p>
  )
}
