import { ledgerFigureTitles, type PeriodicView } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { periodicMessages } from './messages.ts'
import { onePeriodicPath, onePeriodicQuery, periodicKey } from './periodic-queries.ts'

const says = periodicMessages.handIn

interface HandInProps {
  readonly county: string
  readonly view: PeriodicView
  readonly done: () => void
}

/** The numbers of a day, at first the last one of the stretch, as the ledgers have them to begin with; what is changed has to be explained. */
export function HandInForm({ county, view, done }: HandInProps): ReactNode {
  const [on, setOn] = useState(view.row.stated_on ?? view.row.ends_on)
  const { data, error, refetch } = useQuery(onePeriodicQuery(county, view.row.periodic, on))
  return (
    <section aria-label={says.title}>
      <h3>{view.versions.length === 0 ? says.title : says.again}</h3>
      <div className="filters">
        {says.day}
        <DateField
          label={says.day}
          value={on}
          min={view.row.ends_on}
          small
          onChange={(day) => day !== '' && setOn(day)}
        />
        <span className="muted">{says.dayHint}</span>
      </div>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data?.on !== on && <Loading />}
      {data?.on === on && <Numbers key={on} county={county} view={data} done={done} />}
    </section>
  )
}

interface Draft {
  /** As they are typed: what is no number stays in the field and is said there. */
  readonly figures: Readonly<Record<string, string>>
  readonly says?: string
}

function Numbers({ county, view, done }: HandInProps): ReactNode {
  const change = useChange<PeriodicView>(periodicKey)
  const initial = {
    figures: Object.fromEntries(
      view.figures.map(({ figure, now, near }) => [figure, (now ?? near?.count)?.toString()]),
    ),
  }
  const submit = ({ figures, says: words = '' }: Draft) =>
    change.mutate(
      {
        path: `${onePeriodicPath(county, view.row.periodic)}/versions`,
        body: {
          stated_on: view.on,
          figures: view.figures.map(({ figure }) => ({ figure, stated: Number(figures[figure]) })),
          says: words,
        },
        done: says.done,
        shown: true,
      },
      { onSuccess: done },
    )
  return (
    <Form<Draft> layout="vertical" initialValues={initial} onFinish={submit} size="small">
      <div className="periodic-figures">
        {view.figures.map(({ figure, now, near }) => (
          <Form.Item
            key={figure}
            name={['figures', figure]}
            label={ledgerFigureTitles[figure]}
            rules={[
              { required: true, message: says.count },
              { pattern: /^\d{1,7}$/, message: says.countRule },
            ]}
            {...(now === undefined && { extra: near === undefined ? says.unknown : says.near(near) })}
          >
            <Input inputMode="numeric" maxLength={20} />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="says" label={says.says} extra={says.saysHint}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={500} showCount />
      </Form.Item>
      <Button type="primary" size="middle" htmlType="submit" loading={change.isPending}>
        {says.ok}
      </Button>
    </Form>
  )
}
