import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { ApiError } from '../api/http.ts'
import { platformMessages } from '../messages/messages.ts'
import { useCurrentRun } from '../run/current-run.tsx'
import { figureTraceQuery } from '../run/queries.ts'
import { nameFigure } from '../run/run-index.ts'
import { EmptyState } from '../shell/empty-state.tsx'
import { ErrorState } from '../shell/error-state.tsx'
import { Loading } from '../shell/loading.tsx'
import { useReturnFocus } from '../shell/use-return-focus.ts'
import { traceMessages } from './messages.ts'
import { TraceBody } from './trace-body.tsx'
import { InsideTrace } from './trace-context.tsx'

interface TraceDrawerProps {
  /** Figures walked so far, the open one last. */
  readonly path: readonly string[]
  readonly close: () => void
  /** Keep only the first steps of the path. */
  readonly goTo: (steps: number) => void
}

/** The chain behind a figure, one step at a time, with the way back on top. */
export function TraceDrawer({ path, close, goTo }: TraceDrawerProps): ReactNode {
  useReturnFocus()
  const run = useCurrentRun()
  const figure = path[path.length - 1] ?? ''
  const answer = useQuery(figureTraceQuery(run.id, figure))
  const unknown = answer.error instanceof ApiError && answer.error.status === 404
  return (
    <Drawer
      open
      size={680}
      onClose={close}
      title={traceMessages.title}
      className="trace-drawer"
      mask={{ blur: false }}
      styles={{ mask: { background: 'rgba(29, 36, 51, 0.16)' } }}
      extra={
        path.length > 1 && (
          <Button size="small" onClick={() => goTo(path.length - 1)}>
            {traceMessages.back}
          </Button>
        )
      }
      closable={{ 'aria-label': platformMessages.close }}
    >
      <InsideTrace.Provider value={true}>
        <Crumbs path={path} goTo={goTo} />
        {unknown && <UnknownFigure leave={close} />}
        {answer.error !== null && !unknown && <ErrorState error={answer.error} retry={() => answer.refetch()} />}
        {answer.isPending && <Loading />}
        {answer.data !== undefined && <TraceBody key={figure} answer={answer.data} />}
      </InsideTrace.Provider>
    </Drawer>
  )
}

/** A link to a figure that the shown run does not hold: asking again would not help. */
function UnknownFigure(props: { leave: () => void }): ReactNode {
  return (
    <EmptyState
      title={traceMessages.unknown}
      advice={traceMessages.unknownAdvice}
      action={<Button onClick={props.leave}>{traceMessages.leave}</Button>}
    />
  )
}

function Crumbs(props: { path: readonly string[]; goTo: (steps: number) => void }): ReactNode {
  const { index } = useCurrentRun()
  if (props.path.length < 2) return null
  return (
    <nav className="trace-crumbs" aria-label={traceMessages.crumbs}>
      <ol>
        {props.path.map((id, at) => {
          const name = nameFigure(index, id)
          const label = name.subject === '' ? name.title : `${name.subject} · ${name.title}`
          const last = at === props.path.length - 1
          return (
            <li key={id} aria-current={last ? 'step' : undefined}>
              {last ? (
                label
              ) : (
                <button type="button" className="link" onClick={() => props.goTo(at + 1)}>
                  {label}
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
