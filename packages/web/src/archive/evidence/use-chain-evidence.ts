import type { FigureChain } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { splitFigureId } from '../../platform/run/run-index.ts'
import { evidenceQuery } from '../archive-queries.ts'
import { type EvidenceGroup, groupEvidence } from './group-evidence.ts'
import { indicatorsOfChain } from './indicators-of-chain.ts'

interface ChainEvidence {
  readonly groups: readonly EvidenceGroup[]
  /** They are those of figures that are made of this one. */
  readonly isAbove: boolean
  /** Everything that had to be asked has been answered. */
  readonly isRead: boolean
  readonly error: Error | null
  readonly retry: () => void
}

/** The papers behind a figure and all that it is made of; where there are none, those behind what is made of it. */
export function useChainEvidence(figure: string, chain: FigureChain): ChainEvidence {
  const { index } = useCurrentRun()
  const { run } = index.assessment
  const { unit, ofUnit, elsewhere, above } = indicatorsOfChain(index, figure, chain)
  const everywhere = { county: run.county.code, pack: run.pack.id, year: run.year }
  const atUnit = { ...everywhere, ...(unit !== undefined && { unit }) }
  // Where the unit owes nothing for the figure, what others owe for its indicator stands for it.
  const others = unit === undefined ? elsewhere : [splitFigureId(figure).node, ...elsewhere]
  const here = useQuery(evidenceQuery({ ...atUnit, indicators: ofUnit }))
  const there = useQuery({ ...evidenceQuery({ ...everywhere, indicators: others }), enabled: others.length > 0 })
  const isBelowRead = here.data !== undefined && (others.length === 0 || there.data !== undefined)
  const below = groupEvidence(isBelowRead ? [here.data, there.data] : [])
  const isAbove = isBelowRead && below.length === 0
  const upward = useQuery({ ...evidenceQuery({ ...atUnit, indicators: above }), enabled: isAbove && above.length > 0 })
  const failed = [here, there, upward].find(({ error }) => error !== null)
  return {
    groups: isAbove ? groupEvidence([upward.data]) : below,
    isAbove,
    isRead: isBelowRead && (!isAbove || above.length === 0 || upward.data !== undefined),
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  }
}
