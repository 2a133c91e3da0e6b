import { chinaMinute } from '@eduduty/core/calendar'
import type { Delivery, GatheringAnswer } from '@eduduty/core/evaluation'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { platformMessages } from '../../platform/messages/messages.ts'
import type { Column } from '../../platform/table/column.ts'
import { Light } from '../../platform/theme/light.tsx'
import { deliveryPath, gatheringKey } from './gathering-queries.ts'
import { gatheringMessages as says } from './messages.ts'
import type { Asked } from './reason-dialog.tsx'

type Member = GatheringAnswer['members'][number]
type Ask = (asked: Asked) => void

/** Who has handed up what, and what may be done with it; every result leads into the run of its county. */
export function memberColumns(ask: Ask): Column<Member>[] {
  return [
    { key: 'county', title: says.columns.county, width: 140, cell: ({ county }) => county.name },
    {
      key: 'deed',
      title: says.columns.deed,
      width: 150,
      cell: ({ delivery }) =>
        delivery === undefined ? <span className="wrong">{says.notSent}</span> : says.deed[delivery.deed],
    },
    { key: 'verdict', title: says.columns.verdict, width: 96, cell: ({ delivery }) => <Verdict delivery={delivery} /> },
    {
      key: 'points',
      title: says.columns.points,
      width: 90,
      align: 'right',
      cell: ({ delivery }) => <span className="number">{delivery?.points ?? ''}</span>,
    },
    { key: 'grade', title: says.columns.grade, width: 80, cell: ({ delivery }) => delivery?.grade ?? '' },
    {
      key: 'status',
      title: says.columns.status,
      width: 110,
      cell: ({ delivery }) =>
        delivery === undefined ? '' : `${says.status[delivery.status]} ${delivery.pack.version}`,
    },
    {
      key: 'counted',
      title: says.columns.counted,
      width: 120,
      cell: ({ delivery, counted }) =>
        counted === undefined ? says.counted.none : counted === delivery?.run ? says.counted.same : says.counted.former,
    },
    {
      key: 'last',
      title: says.columns.last,
      width: 250,
      wrap: true,
      cell: ({ delivery }) => <LastStep delivery={delivery} />,
    },
    {
      key: 'steps',
      title: says.columns.steps,
      width: 130,
      cell: ({ delivery }) => <Decide delivery={delivery} ask={ask} />,
    },
  ]
}

export function Verdict({ delivery }: { delivery: Pick<Delivery, 'run' | 'state'> | undefined }): ReactNode {
  if (delivery === undefined) return null
  return (
    <Link to="/evaluation" search={{ run: delivery.run }}>
      <Light state={delivery.state} />
    </Link>
  )
}

export function LastStep({ delivery }: { delivery: Delivery | undefined }): ReactNode {
  const step = delivery?.steps.at(-1)
  if (step === undefined) return null
  return (
    <span>
      {says.last(step.by, chinaMinute(step.at))}
      {step.reason !== '' && <span className="muted">{says.reason(step.reason)}</span>}
    </span>
  )
}

function Decide({ delivery, ask }: { delivery: Delivery | undefined; ask: Ask }): ReactNode {
  const change = useChange<undefined>(gatheringKey)
  if (delivery === undefined) return null
  const { county, id, may } = delivery
  return (
    <>
      {may.includes('confirmed') && (
        <Popconfirm
          title={says.confirmAsk(county.name)}
          okText={says.confirm}
          cancelText={platformMessages.cancel}
          onConfirm={() =>
            change.mutate({
              path: deliveryPath(county.code, id, 'confirmation'),
              body: { reason: '' },
              done: says.confirmed,
              shown: true,
            })
          }
        >
          <Button type="link" size="small" loading={change.isPending}>
            {says.confirm}
          </Button>
        </Popconfirm>
      )}
      {may.includes('returned') && (
        <Button
          type="link"
          size="small"
          onClick={() =>
            ask({
              title: `${says.return}　${county.name}`,
              hint: says.returnHint,
              okText: says.return,
              danger: true,
              path: deliveryPath(county.code, id, 'return'),
              done: says.returned,
            })
          }
        >
          {says.return}
        </Button>
      )}
    </>
  )
}
