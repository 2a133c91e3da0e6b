import { Outlet, useSearch } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { CurrentRunProvider } from '../run/current-run.tsx'
import { useMay } from '../session/session-context.tsx'
import { TraceProvider } from '../trace/trace-provider.tsx'
import { Loading } from './loading.tsx'
import { NotAllowed } from './page-error.tsx'
import { PrintFrame } from './print-frame.tsx'
import { RunChooser } from './run-chooser.tsx'
import { TopBar } from './top-bar.tsx'

/** Pages on one evaluation: its county, year and pack in the bar, its figures to be walked in a drawer. */
export function RunFrame(): ReactNode {
  const { run } = useSearch({ from: '__root__' })
  const may = useMay()
  if (!may('evaluation.read')) return <Framed content={<NotAllowed />} />
  return (
    <CurrentRunProvider run={run} frame={(content) => <Framed content={content} />}>
      <TraceProvider>
        <Framed
          bar={<RunChooser />}
          content={
            <PrintFrame>
              <Suspense fallback={<Loading />}>
                <Outlet />
              </Suspense>
            </PrintFrame>
          }
        />
      </TraceProvider>
    </CurrentRunProvider>
  )
}

/** Bar on top, content below. */
export function Framed(props: { bar?: ReactNode; content: ReactNode }): ReactNode {
  return (
    <>
      <TopBar>{props.bar}</TopBar>
      <main id="main" tabIndex={-1}>
        {props.content}
      </main>
    </>
  )
}
