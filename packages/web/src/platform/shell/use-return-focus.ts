import { useEffect, useState } from 'react'

/** Whoever had the focus when this was first drawn gets it back when it goes: a figure after its drawer, a row after its panel. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) setTimeout(() => before.isConnected && before.focus({ preventScroll: true }))
    },
    [before],
  )
}
