import type { CareIntervalBody, CareIntervalView, CareList } from '@eduduty/core/enrolment'
import { Button, Form, InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { careKey, carePath } from './care-queries.ts'
import { WordsField } from './fields.tsx'
import { careMessages } from './messages.ts'

const says = careMessages.intervals

interface PartProps {
  readonly county: string
  readonly list: Pick<CareList, 'intervals' | 'may_set_intervals'>
}

/** How often each kind of child is visited; where nobody has said so, that no time runs, and who fills it in. */
export function IntervalsPart({ county, list }: PartProps): ReactNode {
  const [setting, setSetting] = useState<CareIntervalView>()
  const { intervals, may_set_intervals: maySet } = list
  const lacking = intervals.filter(({ every }) => every === '')
  return (
    <section className="note" aria-label={says.title}>
      <p>
        <strong className="before">{says.title}</strong>
        {lacking.length > 0 && (maySet ? says.lacking : says.lackingOthers)}
      </p>
      <ul className="care-intervals">
        {intervals.map((one) => (
          <li key={one.id}>
            <span className="before">{one.title}</span>
            {one.every === '' ? <span className="short">{says.none}</span> : <span>{sentenceOf(one)}</span>}{' '}
            {maySet && (
              <Button size="small" onClick={() => setSetting(one)}>
                {one.every === '' ? says.fill : says.change}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {setting !== undefined && (
        <IntervalDialog county={county} interval={setting} close={() => setSetting(undefined)} />
      )}
    </section>
  )
}

const sentenceOf = ({ every, basis, set_by: by, set_on: on }: CareIntervalView): string =>
  on === undefined ? says.byPack(every, basis) : says.byCounty(every, basis, by, on)

interface DialogProps {
  readonly county: string
  readonly interval: CareIntervalView
  readonly close: () => void
}

function IntervalDialog({ county, interval, close }: DialogProps): ReactNode {
  const change = useChange<{ readonly children: number }>(careKey)
  const days = Number.parseInt(interval.every, 10)
  return (
    <FormDialog<Pick<CareIntervalBody, 'days' | 'basis'>>
      title={says.dialog(interval.title)}
      hint={says.hint}
      okText={says.ok}
      busy={change.isPending}
      initial={Number.isNaN(days) ? {} : { days, basis: interval.basis }}
      submit={(draft) =>
        change.mutate(
          { path: `${carePath(county)}/intervals`, body: { ...draft, kind: interval.id }, done: says.done },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <Form.Item name="days" label={says.days} rules={[{ required: true, message: says.daysRule }]}>
        <InputNumber min={1} max={366} precision={0} />
      </Form.Item>
      <WordsField name="basis" label={says.basis} hint={says.basisHint} />
    </FormDialog>
  )
}
