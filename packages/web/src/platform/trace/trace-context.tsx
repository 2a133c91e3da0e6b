import { createContext, useContext } from 'react'

export interface TraceActions {
  /** Start at this figure. */
  readonly open: (figure: string) => void
  /** One step further from the figure that is open. */
  readonly follow: (figure: string) => void
}

export const TraceContext = createContext<TraceActions>({ open: () => {}, follow: () => {} })

/** True inside the drawer, where a click goes one step further instead of starting anew. */
export const InsideTrace = createContext(false)

export function useTraceActions(): TraceActions {
  return useContext(TraceContext)
}
