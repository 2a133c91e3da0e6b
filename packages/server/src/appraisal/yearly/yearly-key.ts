import { rulesFor, type Verb } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import type { Viewer } from '../views/sight.ts'

/** One rating and year of a county. */
export interface YearlyKey {
  readonly county: string
  readonly year: number
  readonly pack: string
  readonly rating: string
}

/** Whether one's posts reach all units of a county with a verb. */
export const reachesAll = ({ grants }: Pick<Viewer, 'grants'>, verb: Verb, county: string): boolean =>
  rulesFor(grants, verb, areaPath(county)).length > 0

export const keyWords = ({ county, year, pack, rating }: YearlyKey): readonly (string | number)[] => [
  county,
  pack,
  rating,
  year,
]
