import { createContext, useContext } from 'react'
import type { DraftPlace } from './draft-queries.ts'
import type { Located } from './located.ts'
import type { DraftInHand } from './use-draft.ts'

/** What every part of the editor stands on. */
export interface DraftDesk {
  readonly place: DraftPlace
  readonly draft: DraftInHand
  readonly problems: readonly Located[]
  /** Leads to a file and a line in 源文件. */
  readonly openSource: (file: string, line?: number) => void
  /** Opens the form of an entry. */
  readonly openEntry: (entry: string | undefined) => void
}

export const DraftContext = createContext<DraftDesk | undefined>(undefined)

export function useDraftDesk(): DraftDesk {
  const desk = useContext(DraftContext)
  if (desk === undefined) throw new Error('a part of the editor stands outside of it')
  return desk
}
