import type { FigureChain } from '@eduduty/core/evaluation'
import { type RunIndex, splitFigureId } from '../../platform/run/run-index.ts'

/** Indicators whose papers stand behind a figure, nearest first; its own is the first of those of its unit. */
export interface ChainIndicators {
  /** Id of the reporting unit that the figure is about; undefined for the county and its parts. */
  readonly unit: string | undefined
  /** Those that are measured at the unit of the figure. */
  readonly ofUnit: readonly string[]
  /** Those measured elsewhere: at the county, or at the units below it. */
  readonly elsewhere: readonly string[]
  /** What the figure goes into: looked at where nothing below has papers. */
  readonly above: readonly string[]
}

/** Sorts the chain of a figure by where its indicators are measured. */
export function indicatorsOfChain(
  { assessment: { subjects }, nodes }: Pick<RunIndex, 'assessment' | 'nodes'>,
  figure: string,
  { below, above }: FigureChain,
): ChainIndicators {
  const unitOf = (id: string): string | undefined => subjects.find((one) => one.id === splitFigureId(id).subject)?.unit
  const nodeOf = (id: string): string => splitFigureId(id).node
  const isIndicator = (id: string): boolean => nodes.get(nodeOf(id))?.kind === 'indicator'
  const distinct = (ids: readonly string[]): string[] => [...new Set(ids.map(nodeOf))]
  const unit = unitOf(figure)
  const isHere = (id: string): boolean => unitOf(id) === unit
  const judged = below.filter(isIndicator)
  const ofUnit = distinct([figure, ...judged.filter(isHere)])
  const elsewhere = distinct(judged.filter((id) => !isHere(id)))
  const known = new Set([...ofUnit, ...elsewhere])
  return { unit, ofUnit, elsewhere, above: distinct(above.filter(isIndicator)).filter((one) => !known.has(one)) }
}
