import type { FuzzyRule } from '@eduduty/core/packs'
import { readPackFolder } from '../packs-content/read-pack-folder.ts'

/** The weights that 户籍比学籍 ships with. */
export function shippedFuzzyRule(): FuzzyRule {
  const rule = readPackFolder('dropout-control').matches?.find(({ id }) => id === 'hukou_roll')?.fuzzy
  if (rule === undefined) throw new Error('the pack has no match hukou_roll')
  return rule
}
