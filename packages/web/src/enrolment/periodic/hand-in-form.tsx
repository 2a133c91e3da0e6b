import {
  ledgerFigureTitles,
  type OtherwiseStated,
  otherwiseWords,
  type PeriodicView,
  type StatedFigure,
  statedOtherwise,
} from '@eduduty/core/enrolment'
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

const wholeNumber = /^\d{1,7}$/

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
      <FigureFields figures={view.figures} />
      <Button type="primary" size="middle" htmlType="submit" loading={change.isPending}>
        {says.ok}
      </Button>
    </Form>
  )
}

/** What is not as the ledger shows it is marked, and has to be explained. */
function FigureFields({ figures }: Pick<PeriodicView, 'figures'>): ReactNode {
  const typed = Form.useWatch<Draft['figures'] | undefined>('figures')
  const otherwise = statedOtherwise(figures.map((one) => withTyped(one, typed?.[one.figure])))
  return (
    <>
      <div className="periodic-figures">
        {figures.map((one) => (
          <Form.Item
            key={one.figure}
            name={['figures', one.figure]}
            label={ledgerFigureTitles[one.figure]}
            rules={[
              { required: true, message: says.count },
              { pattern: wholeNumber, message: says.countRule },
            ]}
            {...markOf(
              one,
              otherwise.find(({ figure }) => figure === one.figure),
            )}
          >
            <Input inputMode="numeric" maxLength={20} />
          </Form.Item>
        ))}
      </div>
      <Form.Item
        name="says"
        label={says.says}
        extra={says.saysHint}
        rules={
          otherwise.length === 0
            ? []
            : [{ required: true, whitespace: true, message: says.saysRule(otherwiseWords(otherwise)) }]
        }
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={500} showCount />
      </Form.Item>
    </>
  )
}

const withTyped = ({ figure, now, near }: StatedFigure, text = ''): StatedFigure => ({
  figure,
  ...(now !== undefined && { now }),
  ...(near !== undefined && { near }),
  ...(wholeNumber.test(text) && { stated: Number(text) }),
})

function markOf({ now, near }: StatedFigure, otherwise: OtherwiseStated | undefined) {
  if (otherwise !== undefined)
    return {
      validateStatus: 'warning',
      extra: <span className="short">{says.otherwise(otherwise.shown, otherwise.near)}</span>,
    } as const
  if (now !== undefined) return {}
  return { extra: near === undefined ? says.unknown : says.near(near) }
}
