import type { Catalogue } from '@eduduty/core/archive'
import type { Figure } from '@eduduty/core/evaluation'
import type { RunEntry } from '../../platform/run/queries.ts'

/** The run whose figures the materials of a catalogue prove: of its pack, county and year, the official one first. */
export function latestRun(
  runs: readonly RunEntry[],
  { county, pack, year }: Pick<Catalogue, 'county' | 'pack' | 'year'>,
): RunEntry | undefined {
  const own = runs.filter((run) => run.pack.id === pack && run.county.code === county && run.year === year)
  const newest = own.toSorted((one, other) => other.created_at.localeCompare(one.created_at))
  return newest.find(({ status }) => status === 'official') ?? newest[0]
}

/** The one figure of an indicator that is told once for the whole county; undefined where it has one for each unit. */
export function figureOfCounty(figures: readonly Figure[]): Figure | undefined {
  return figures.length === 1 ? figures[0] : undefined
}
