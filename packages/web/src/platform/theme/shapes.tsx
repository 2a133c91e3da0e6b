import type { ReactNode } from 'react'

/** Shapes of 16 × 16 that mean the same on every page: told apart without colour. */

/** A filled square with a cross: wrong. */
export function CrossedSquare(): ReactNode {
  return (
    <>
      <rect x="1" y="1" width="14" height="14" rx="2" className="light-fill" />
      <path d="M5 5l6 6M11 5l-6 6" className="light-on-fill" />
    </>
  )
}

/** A triangle with an exclamation mark: to be looked at. */
export function WarningTriangle(): ReactNode {
  return (
    <>
      <path d="M8 1.6L15 14.4H1z" className="light-line" />
      <path d="M8 6v4M8 11.9v.6" className="light-line" />
    </>
  )
}

/** An empty dashed box, as on a form: nothing is there. */
export function DashedBox(): ReactNode {
  return <rect x="1.5" y="1.5" width="13" height="13" rx="1" className="light-dashed" />
}
