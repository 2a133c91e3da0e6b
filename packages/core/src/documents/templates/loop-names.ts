import { COUNTY, findGrain, listGrains } from '../../evaluation/index.ts'
import type { Grain, Pack } from '../../packs/index.ts'
import type { LoopHead } from './read-tag.ts'

/** Loops over the indicators of the verdict, by the states that they take in; the first takes in all. */
export const ITEM_LOOPS: ReadonlyMap<string, readonly string[] | undefined> = new Map([
  ['指标', undefined],
  ['达标指标', ['met']],
  ['未达标指标', ['unmet', 'error']],
  ['待定指标', ['undecided']],
])

/** Inside a loop over indicators: those at which the indicator is not met. */
export const FAILING_LOOP = '未达标对象'

/** Which kind of loop a tag opens; a condition where the name is none of a loop. */
export type Loop =
  | { readonly kind: 'subjects'; readonly grain: Grain }
  | { readonly kind: 'items'; readonly states: readonly string[] | undefined }
  | { readonly kind: 'failing' }
  | { readonly kind: 'condition' }

export function loopNamed(pack: Pack, { name }: Pick<LoopHead, 'name'>): Loop {
  if (ITEM_LOOPS.has(name)) return { kind: 'items', states: ITEM_LOOPS.get(name) }
  if (name === FAILING_LOOP) return { kind: 'failing' }
  const grain = loopGrains(pack).find(({ id, title }) => title === name || id === name)
  return grain === undefined ? { kind: 'condition' } : { kind: 'subjects', grain }
}

/** What can be gone through one by one: everything that is evaluated but the county itself. */
export function loopGrains(pack: Pack): readonly Grain[] {
  return listGrains(pack).filter(({ id }) => id !== COUNTY && findGrain(pack, id) !== undefined)
}
