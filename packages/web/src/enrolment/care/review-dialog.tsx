import type { CareView, ReviewBody } from '@eduduty/core/enrolment'
import { Form, Radio } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { careKey, childPath } from './care-queries.ts'
import { childMessages } from './child-messages.ts'
import { bodyOf, DayField, WordsField } from './fields.tsx'

const says = childMessages.placement

/** A placement is looked at again and stays, or ends. */
export function ReviewDialog({ view: { row, rules }, close }: { view: CareView; close: () => void }): ReactNode {
  const [form] = Form.useForm<ReviewBody>()
  const stays = Form.useWatch('deed', form) !== 'ended'
  const kind = rules.placements.find(({ id }) => id === row.placement?.id)
  const change = useChange<unknown>(careKey)
  return (
    <FormDialog<ReviewBody>
      title={says.reviewTitle}
      okText={says.ok}
      form={form}
      busy={change.isPending}
      initial={{ deed: 'reviewed' }}
      submit={(draft) =>
        change.mutate(
          {
            path: `${childPath(row.county, row.child)}/reviews`,
            body: bodyOf(draft, ['review_on']),
            done: says.reviewDone,
          },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <Form.Item name="deed" label={says.deed}>
        <Radio.Group options={(['reviewed', 'ended'] as const).map((value) => ({ value, label: says.deeds[value] }))} />
      </Form.Item>
      <DayField name="on" label={says.reviewedOn} />
      {stays && (
        <DayField
          name="review_on"
          label={says.reviewNext}
          hint={kind === undefined ? undefined : says.reviewHint(kind)}
          isOptional={kind?.needs.includes('复核日期') !== true}
        />
      )}
      <WordsField name="decider" label={says.decidedBy} hint={says.decidedHint} />
      <WordsField name="reasons" label={says.reasons} isLong />
    </FormDialog>
  )
}
