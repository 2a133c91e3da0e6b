import type { RegisterRow } from '@eduduty/core/collection'
import type { Pack } from '@eduduty/core/packs'
import type { Collected } from '../../collection/index.ts'

/**
 * What an area has collected itself, with what came from below. A row that was typed in for a government counts only where
 * that one has not handed up; who has to hand up is said by the areas wherever they are known.
 */
export function withGathered(pack: Pack, own: Collected, gathered: readonly RegisterRow[]): Collected {
  if (gathered.length === 0) return own
  const codes = new Map<string, string>()
  for (const { members, results } of pack.gathers ?? []) {
    codes.set(members.register, members.code)
    codes.set(results.register, results.code)
  }
  const keyOf = ({ register, year, values }: RegisterRow): string =>
    JSON.stringify([register, year, values[codes.get(register) ?? '']])
  const taken = new Set(gathered.map(keyOf))
  const kept = own.rows.filter((row) => !(codes.has(row.register) && taken.has(keyOf(row))))
  return { ...own, rows: [...kept, ...gathered] }
}
