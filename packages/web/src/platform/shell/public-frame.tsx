import { Outlet } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { Loading } from './loading.tsx'
import { OldBrowserBar } from './old-browser-bar.tsx'

/** Before signing in there is nothing to choose: the product's name and the page. */
export function PublicFrame(): ReactNode {
  return (
    <div className="public">
      <OldBrowserBar />
      <header className="top-bar">
        <img src="/favicon.svg" alt="" width="26" height="26" />
        <strong className="brand">{platformMessages.product}</strong>
        <span className="muted">{platformMessages.productLine}</span>
      </header>
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}
