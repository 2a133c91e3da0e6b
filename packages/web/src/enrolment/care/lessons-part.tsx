import type { CareView, LessonView } from '@eduduty/core/enrolment'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { careKey, childPath } from './care-queries.ts'
import { childMessages } from './child-messages.ts'
import { LessonDialog } from './lesson-dialog.tsx'
import { Section } from './section.tsx'
import { TeachingMark } from './teaching-light.tsx'
import { DoseNote } from './teaching-part.tsx'

const says = childMessages.lessons
const { columns } = says

/** Lessons at home, the newest first, and how many there should have been by now. */
export function LessonsPart({ view }: { view: CareView }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const [struck, setStruck] = useState<number>()
  const { lessons, teaching, dose, row } = view
  return (
    <Section
      title={says.title}
      action={view.may_work && view.is_at_home && <Button onClick={() => setOpen(true)}>{says.action}</Button>}
    >
      <DoseNote dose={dose} />
      {teaching !== undefined && (
        <p>
          {says.count(teaching.held, teaching.hours)}；
          {teaching.due !== undefined &&
            `${says.due(teaching.due.visits, teaching.due.hours, teaching.due.whole_term)}；`}
          <TeachingMark count={teaching} />
        </p>
      )}
      {lessons.length === 0 ? (
        <p className="muted">{says.none}</p>
      ) : (
        <LedgerTable
          label={says.title}
          rows={lessons}
          columns={lessonColumns(view.may_work ? setStruck : undefined)}
          rowKey={({ no }) => String(no)}
        />
      )}
      {isOpen && (
        <LessonDialog
          path={`${childPath(row.county, row.child)}/lessons`}
          days={new Set(lessons.filter((one) => one.struck === '').map(({ on }) => on))}
          close={() => setOpen(false)}
        />
      )}
      {struck !== undefined && (
        <StrikeDialog
          path={`${childPath(row.county, row.child)}/lessons/${struck}/strike`}
          close={() => setStruck(undefined)}
        />
      )}
    </Section>
  )
}

const lessonColumns = (strike: ((no: number) => void) | undefined): readonly Column<LessonView>[] => [
  {
    key: 'on',
    title: columns.on,
    width: 96,
    cell: ({ on, struck }) => <span className={struck === '' ? 'number' : 'number care-struck'}>{on}</span>,
  },
  { key: 'teachers', title: columns.teachers, width: 110, wrap: true, cell: ({ teachers }) => teachers },
  {
    key: 'hours',
    title: columns.hours,
    width: 76,
    align: 'right',
    cell: ({ state, hours }) => (state === 'held' ? hours : <span className="care-wrong">{says.cancelled}</span>),
  },
  { key: 'place', title: columns.place, width: 70, cell: ({ place }) => place },
  {
    key: 'what',
    title: columns.what,
    width: 230,
    wrap: true,
    cell: ({ taught, reason, struck }) => (struck === '' ? taught || reason : says.struck(struck)),
  },
  {
    key: 'who',
    title: columns.who,
    width: 130,
    wrap: true,
    cell: ({ by, unit_name: unit }) => <span className="muted">{childMessages.by(by, unit)}</span>,
  },
  {
    key: 'deeds',
    title: columns.deeds,
    width: 76,
    cell: ({ no, struck }) =>
      strike !== undefined &&
      struck === '' && (
        <Button size="small" onClick={() => strike(no)}>
          {says.strike}
        </Button>
      ),
  },
]

function StrikeDialog({ path, close }: { path: string; close: () => void }): ReactNode {
  const change = useChange<unknown>(careKey)
  return (
    <FormDialog<{ reason: string }>
      title={says.strikeTitle}
      hint={says.strikeHint}
      okText={says.strike}
      danger
      busy={change.isPending}
      submit={(body) => change.mutate({ path, body, done: says.done }, { onSuccess: close })}
      close={close}
    >
      <ReasonField />
    </FormDialog>
  )
}
