import type { CareView, PlacementView } from '@eduduty/core/enrolment'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { childMessages } from './child-messages.ts'
import { PlaceDialog } from './place-dialog.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { Section } from './section.tsx'

const says = childMessages.placement
const { columns } = says

const whenOf = ({ on, until }: PlacementView): string => (until === undefined ? `${on} 起` : says.until(on, until))

const placementColumns: readonly Column<PlacementView>[] = [
  {
    key: 'on',
    title: columns.on,
    width: 100,
    wrap: true,
    cell: (one) => (one.deed === 'placed' ? whenOf(one) : one.on),
  },
  {
    key: 'what',
    title: columns.what,
    width: 100,
    wrap: true,
    cell: ({ deed, title }) => (deed === 'placed' ? <strong>{title}</strong> : `${title}：${says.deeds[deed]}`),
  },
  { key: 'school', title: columns.school, width: 124, wrap: true, cell: (one) => `${one.school} ${one.class}`.trim() },
  { key: 'by', title: columns.by, width: 110, wrap: true, cell: ({ decided_by: by }) => by },
  {
    key: 'why',
    title: columns.why,
    width: 176,
    wrap: true,
    cell: ({ opinion, reasons }) => [opinion, reasons].filter((text) => text !== '').join('；'),
  },
  {
    key: 'review',
    title: columns.review,
    width: 92,
    cell: ({ review_on: day }) => <span className="number">{day}</span>,
  },
  {
    key: 'who',
    title: columns.who,
    width: 96,
    wrap: true,
    cell: ({ by, unit_name: unit }) => <span className="muted">{childMessages.by(by, unit)}</span>,
  },
]

/** How the child is placed, and was before. */
export function PlacementPart({ view }: { view: CareView }): ReactNode {
  const [open, setOpen] = useState<'place' | 'review'>()
  const { placements, row, may_work: mayWork } = view
  const isPlaced = row.placement !== undefined
  return (
    <Section
      title={says.title}
      action={
        mayWork && (
          <>
            {isPlaced && <Button onClick={() => setOpen('review')}>{says.review}</Button>}
            <Button type={isPlaced ? 'default' : 'primary'} onClick={() => setOpen('place')}>
              {isPlaced ? says.change : says.place}
            </Button>
          </>
        )
      }
    >
      {placements.length === 0 ? (
        <p className="muted">
          {says.none}。{says.noneAdvice}
        </p>
      ) : (
        <LedgerTable label={says.title} rows={placements} columns={placementColumns} rowKey={({ no }) => String(no)} />
      )}
      {open === 'place' && <PlaceDialog view={view} close={() => setOpen(undefined)} />}
      {open === 'review' && <ReviewDialog view={view} close={() => setOpen(undefined)} />}
    </Section>
  )
}
