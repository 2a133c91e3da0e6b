import { Outlet } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { useSession } from '../session/session-context.tsx'
import { Loading } from './loading.tsx'
import { Framed } from './run-frame.tsx'

/** Pages that stand on no evaluation: the unit of whoever is signed in stands in the bar. */
export function PlainFrame(): ReactNode {
  const { person } = useSession()
  return (
    <Framed
      bar={<strong className="county">{person.unit_name}</strong>}
      content={
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      }
    />
  )
}
