import { Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { SessionProvider } from '../session/session-context.tsx'
import { ActingBar } from './acting-bar.tsx'
import { OldBrowserBar } from './old-browser-bar.tsx'
import { PhoneMenu } from './phone-menu.tsx'
import { Sidebar } from './sidebar.tsx'

/** The frame of every page behind the sign-in: navigation on the left, the page with its bar beside it. */
export function Shell(): ReactNode {
  return (
    <SessionProvider>
      <div className="shell">
        <a className="skip-link" href="#main">
          {platformMessages.shell.skip}
        </a>
        <Sidebar />
        <PhoneMenu />
        <div className="shell-column">
          <OldBrowserBar />
          <ActingBar />
          <Outlet />
        </div>
      </div>
    </SessionProvider>
  )
}
