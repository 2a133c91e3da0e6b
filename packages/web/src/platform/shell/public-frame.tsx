import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { sessionQuery } from '../session/session-queries.ts'
import { Loading } from './loading.tsx'
import { OldBrowserBar } from './old-browser-bar.tsx'

/** Before signing in there is nothing to choose: the product's name, the county and the page. */
export function PublicFrame(): ReactNode {
  const county = useQuery(sessionQuery()).data?.county
  return (
    <div className="public">
      <OldBrowserBar />
      <header className="top-bar">
        <img src="/favicon.svg" alt="" width="26" height="26" />
        <strong className="brand">{platformMessages.product}</strong>
        <span className="muted">{platformMessages.productLine}</span>
        {county !== undefined && <strong className="county public-county">{county}</strong>}
      </header>
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}
