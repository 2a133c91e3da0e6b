import { chinaMinute } from '@eduduty/core/calendar'
import type { PeriodVersions } from '@eduduty/core/collection/tasks'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../platform/form/form-dialog.tsx'
import { ReasonField } from '../platform/form/reason-field.tsx'
import { useChange } from '../platform/form/use-change.ts'
import { useMay } from '../platform/session/session-context.tsx'
import { ErrorState } from '../platform/shell/error-state.tsx'
import { Loading } from '../platform/shell/loading.tsx'
import { SidePanel } from '../platform/shell/side-panel.tsx'
import { packMessages } from './messages.ts'
import { moveMessages as says } from './move-messages.ts'
import { MovePreviewView } from './move-preview.tsx'
import { periodVersionsQuery, versionsPath } from './move-queries.ts'
import { packsKey } from './packs-queries.ts'
import { UnfilledNote } from './unfilled-note.tsx'
import { shortHash } from './version-columns.tsx'

/** On which version a period stands, what another would change, and the step there and back. */
export function MovePanel(props: { period: string; close: () => void }): ReactNode {
  const { data, error, refetch } = useQuery(periodVersionsQuery(props.period))
  return (
    <SidePanel title={data === undefined ? packMessages.title : says.title(data.title)} close={props.close} width={860}>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {error === null && data !== undefined && <Moving period={props.period} state={data} />}
    </SidePanel>
  )
}

type Asking = 'move' | 'undo'

function Moving({ period, state }: { period: string; state: PeriodVersions }): ReactNode {
  const may = useMay()
  const [to, setTo] = useState<string>()
  const [asking, setAsking] = useState<Asking>()
  const current = state.versions.find(({ hash }) => hash === state.hash)
  const others = state.versions.filter(({ hash }) => hash !== state.hash)
  const approves = may('packs.approve')
  return (
    <>
      <p>{says.now(current?.version ?? '', shortHash(state.hash))}</p>
      <UnfilledNote forms={state.unfilled} />
      {others.length === 0 && <p className="muted">{says.alone}</p>}
      {approves && others.length > 0 && (
        <p>
          {says.choose}{' '}
          <Select
            className="filter-wide"
            value={to}
            onChange={setTo}
            options={others.map(({ version, hash }) => ({
              value: hash,
              label: says.version(version, shortHash(hash)),
            }))}
          />
        </p>
      )}
      {approves && to !== undefined && to !== state.hash && (
        <MovePreviewView period={period} to={to} approve={() => setAsking('move')} />
      )}
      <History state={state} undo={approves ? () => setAsking('undo') : undefined} />
      {asking !== undefined && <MoveDialog {...{ period, state, to, asking }} close={() => setAsking(undefined)} />}
    </>
  )
}

function MoveDialog(props: {
  readonly period: string
  readonly state: PeriodVersions
  readonly to: string | undefined
  readonly asking: Asking
  readonly close: () => void
}): ReactNode {
  const { period, state, to, asking, close } = props
  const change = useChange<PeriodVersions>(packsKey)
  const submit = ({ reason }: { reason: string }) => {
    const sent =
      asking === 'move'
        ? { path: versionsPath(period), body: { from: state.hash, to, reason }, done: says.moved }
        : { path: `${versionsPath(period)}/undo`, body: { move_no: state.undoable, reason }, done: says.undone }
    change.mutate({ ...sent, shown: true }, { onSuccess: close })
  }
  return (
    <FormDialog<{ reason: string }>
      title={asking === 'move' ? says.approveTitle : says.undo}
      hint={asking === 'move' ? says.approveHint : says.undoHint}
      okText={asking === 'move' ? says.approve : says.undo}
      danger={asking === 'undo'}
      busy={change.isPending}
      submit={submit}
      close={close}
    >
      <ReasonField />
    </FormDialog>
  )
}

function History({ state, undo }: { state: PeriodVersions; undo: (() => void) | undefined }): ReactNode {
  if (state.moves.length === 0) return null
  return (
    <section className="panel-section">
      <h3>{says.history}</h3>
      <ul className="offer-list">
        {state.moves.map((one) => (
          <li key={one.move_no}>
            <span>
              {chinaMinute(one.moved_at)} {one.moved_by} {says.move[one.kind]}：
              {says.entry(one.from_version, one.to_version, one.tasks, one.carried)}
              <span className="muted"> {one.reason}</span>
            </span>
            {undo !== undefined && state.undoable === one.move_no && (
              <Button size="small" onClick={undo}>
                {says.undo}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
