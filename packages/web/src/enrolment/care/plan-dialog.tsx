import type { CarePlanBody, CareView } from '@eduduty/core/enrolment'
import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { careKey, childPath } from './care-queries.ts'
import { childMessages } from './child-messages.ts'
import { bodyOf, DayField, WordsField } from './fields.tsx'

const says = childMessages.plans

/** A care plan for one child: what it needs, what is done, and who helps. */
export function PlanDialog({ view: { row, rules, plans }, close }: { view: CareView; close: () => void }): ReactNode {
  const change = useChange<unknown>(careKey)
  const [last] = plans
  const kind = rules.care.find(({ title }) => title === last?.title)?.id
  const { carer, situation, needs, measures, helper, helper_post } = last ?? {}
  const known = Object.entries({ kind, carer, situation, needs, measures, helper, helper_post })
  return (
    <FormDialog<CarePlanBody>
      title={says.title}
      hint={says.hint}
      okText={says.ok}
      width={680}
      busy={change.isPending}
      initial={Object.fromEntries(known.filter(([, value]) => value !== undefined))}
      submit={(draft) =>
        change.mutate(
          {
            path: `${childPath(row.county, row.child)}/plans`,
            body: bodyOf(draft, ['helper_phone']),
            done: says.done,
          },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <div className="case-pair">
        <Form.Item name="kind" label={says.kind} rules={[{ required: true, message: says.kindRule }]}>
          <Select
            options={rules.care.map(({ id, title, every }) => ({ value: id, label: says.every(title, every) }))}
          />
        </Form.Item>
        <DayField name="on" label={says.on} />
        <WordsField name="carer" label={says.carer} />
        <WordsField name="helper" label={says.helper} />
        <WordsField name="helper_post" label={says.helperPost} />
        <Form.Item name="helper_phone" label={says.helperPhone}>
          <Input autoComplete="off" inputMode="tel" maxLength={30} />
        </Form.Item>
      </div>
      <WordsField name="situation" label={says.situation} isLong />
      <WordsField name="needs" label={says.needs} isLong />
      <WordsField name="measures" label={says.measures} isLong />
    </FormDialog>
  )
}
