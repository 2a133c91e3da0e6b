import type { ReactNode } from 'react'

/** A thing to do in a menu; what cannot be done now says why below its name. */
export function MenuLabel({ label, why }: { label: string; why?: string | undefined }): ReactNode {
  return (
    <span className="menu-label">
      {label}
      {why !== undefined && <span className="under">{why}</span>}
    </span>
  )
}
