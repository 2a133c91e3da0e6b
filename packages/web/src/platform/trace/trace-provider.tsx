import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useCallback, useMemo } from 'react'
import { TraceContext } from './trace-context.tsx'

const TraceDrawer = lazy(async () => ({ default: (await import('./trace-drawer.tsx')).TraceDrawer }))

/** Keeps the walked figures in the address, so that a step can be shared as a link and undone with the back button. */
export function TraceProvider(props: {
  readonly children: ReactNode
  /** Puts around the drawer what it stands on, where the page itself stands on no run. */
  readonly around?: (drawer: ReactNode, close: () => void) => ReactNode
}): ReactNode {
  const { around = (drawer) => drawer } = props
  const { trace = [] } = useSearch({ from: '__root__' })
  const navigate = useNavigate()
  const set = useCallback(
    (next: readonly string[]) => {
      navigate({ to: '.', search: (before) => ({ ...before, trace: next.length === 0 ? undefined : [...next] }) })
    },
    [navigate],
  )
  const actions = useMemo(
    () => ({
      open: (figure: string) => set([figure]),
      follow: (figure: string) => {
        const at = trace.indexOf(figure)
        set(at < 0 ? [...trace, figure] : trace.slice(0, at + 1))
      },
    }),
    [set, trace],
  )
  return (
    <TraceContext.Provider value={actions}>
      {props.children}
      {trace.length > 0 &&
        around(
          <Suspense fallback={null}>
            <TraceDrawer path={trace} close={() => set([])} goTo={(steps) => set(trace.slice(0, steps))} />
          </Suspense>,
          () => set([]),
        )}
    </TraceContext.Provider>
  )
}
