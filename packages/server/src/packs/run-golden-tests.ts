import type { Pack, PackProblem, PackSource } from '@eduduty/core/packs'

export function runGoldenTests(_pack: Pack, _source: PackSource): PackProblem[] {
  return []
}
