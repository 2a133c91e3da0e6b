import { Outlet, useSearch } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { CurrentRunProvider } from '../run/current-run.tsx'
import { TraceProvider } from '../trace/trace-provider.tsx'
import { Loading } from './loading.tsx'
import { OldBrowserBar } from './old-browser-bar.tsx'
import { PrintFrame } from './print-frame.tsx'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'

/** The frame of every page: navigation on the left, run on top, drawer for figures on the right. */
export function Shell(): ReactNode {
  const { run } = useSearch({ from: '__root__' })
  return (
    <CurrentRunProvider run={run} frame={(content) => <Frame>{content}</Frame>}>
      <TraceProvider>
        <Frame full>
          <PrintFrame>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </PrintFrame>
        </Frame>
      </TraceProvider>
    </CurrentRunProvider>
  )
}

/** Without a run there is nothing to choose or to go to: the bar shows the product's name alone. */
function Frame(props: { full?: boolean; children: ReactNode }): ReactNode {
  const says = platformMessages.shell
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {says.skip}
      </a>
      {props.full === true && <Sidebar />}
      <div className="shell-column">
        <OldBrowserBar />
        {props.full === true ? (
          <TopBar />
        ) : (
          <header className="top-bar">
            <strong className="brand">{platformMessages.product}</strong>
            <span className="muted">{platformMessages.productLine}</span>
          </header>
        )}
        <main id="main" tabIndex={-1}>
          {props.children}
        </main>
      </div>
    </div>
  )
}
