import type { FormMove } from '@eduduty/core/collection/tasks'
import type { ChangeEntry, MovePreview } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ErrorState } from '../platform/shell/error-state.tsx'
import { Loading } from '../platform/shell/loading.tsx'
import type { Column } from '../platform/table/column.ts'
import { LedgerTable } from '../platform/table/ledger-table.tsx'
import { DifferenceList } from './difference-list.tsx'
import { moveMessages as says } from './move-messages.ts'
import { previewQuery } from './move-queries.ts'
import { UnfilledNote } from './unfilled-note.tsx'

/** What moving to a version would change, worst first; the step itself only where it can be taken. */
export function MovePreviewView(props: { period: string; to: string; approve: () => void }): ReactNode {
  const { data, error, refetch } = useQuery(previewQuery(props.period, props.to))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  return (
    <>
      {data.refusals.length > 0 ? (
        <div className="note">
          <strong className="wrong">{says.refused}</strong>
          <ul className="plain-list">
            {data.refusals.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </div>
      ) : (
        <Button type="primary" onClick={props.approve}>
          {says.approve}
        </Button>
      )}
      <UnfilledNote
        forms={data.forms
          .filter(({ added, frozen }) => added.length > 0 && frozen > 0)
          .map(({ title, added, frozen }) => ({ title, columns: added, frozen }))}
      />
      <EffectView effect={data.effect} />
      <section className="panel-section">
        <h3>{says.forms}</h3>
        <LedgerTable label={says.forms} columns={formColumns} rows={data.forms} rowKey={({ register }) => register} />
      </section>
      <section className="panel-section">
        <h3>{says.rules(data.changes.length)}</h3>
        <DifferenceList changes={data.changes} />
      </section>
    </>
  )
}

/** What comes out otherwise, worst first. */
export function EffectView({ effect }: { effect: MovePreview['effect'] | undefined }): ReactNode {
  return (
    <section className="panel-section">
      {effect === undefined ? (
        <p className="muted">{says.effectNone}</p>
      ) : (
        <>
          <h3>{says.effect(effect.judgements, effect.figures)}</h3>
          {effect.changes.length > 0 && (
            <LedgerTable
              label={says.effectColumns.title}
              columns={effectColumns}
              rows={effect.changes}
              rowKey={(one) => `${one.kind} ${one.title} ${one.subject} ${one.figure ?? ''}`}
            />
          )}
        </>
      )}
    </section>
  )
}

const effectColumns: readonly Column<ChangeEntry>[] = [
  { key: 'title', title: says.effectColumns.title, width: 260, wrap: true, cell: ({ title }) => title },
  { key: 'subject', title: says.effectColumns.subject, width: 180, wrap: true, cell: ({ subject }) => subject },
  { key: 'before', title: says.effectColumns.before, width: 170, wrap: true, cell: ({ before }) => before },
  { key: 'after', title: says.effectColumns.after, width: 170, wrap: true, cell: ({ after }) => after },
]

const formColumns: readonly Column<FormMove>[] = [
  { key: 'title', title: says.formColumns.title, width: 170, wrap: true, cell: ({ title }) => title },
  { key: 'tasks', title: says.formColumns.tasks, width: 60, align: 'right', cell: ({ tasks }) => tasks },
  { key: 'carried', title: says.formColumns.carried, width: 84, align: 'right', cell: ({ carried }) => carried },
  { key: 'added', title: says.formColumns.added, width: 150, wrap: true, cell: ({ added }) => added.join('、') },
  {
    key: 'lost',
    title: says.formColumns.lost,
    width: 190,
    wrap: true,
    cell: ({ lost }) => (
      <span className={lost.some(({ answers }) => answers > 0) ? 'wrong' : ''}>
        {lost.map(({ title, answers, frozen }) => says.lostOne(title, answers, frozen)).join('、')}
      </span>
    ),
  },
  {
    key: 'changed',
    title: says.formColumns.changed,
    width: 150,
    wrap: true,
    cell: ({ changed }) => changed.join('、'),
  },
]
