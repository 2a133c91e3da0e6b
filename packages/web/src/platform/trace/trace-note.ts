import type { CauseView, Mention } from '@eduduty/core/evaluation'
import { type ComponentType, createContext } from 'react'

/** What a slice says of a figure at the end of its chain. */
export const TraceNote = createContext<ComponentType<{ figure: string }> | undefined>(undefined)

/** Who knows the form in which something belongs that is not reported. */
export const OwedNote = createContext<ComponentType<{ cause: CauseView }> | undefined>(undefined)

/** Who knows where a figure stands in texts that people write on; without it, the files of the run are listed. */
export const TraceMentions = createContext<ComponentType<{ figure: string; mentions: readonly Mention[] }> | undefined>(
  undefined,
)
