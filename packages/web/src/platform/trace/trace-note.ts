import { type ComponentType, createContext } from 'react'

/** What a slice says of a figure at the end of its chain. */
export const TraceNote = createContext<ComponentType<{ figure: string }> | undefined>(undefined)
