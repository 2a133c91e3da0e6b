import { choiceParam, type SearchValues } from '../../platform/shell/search-params.ts'

export const effectStates = ['struck', 'undecided', 'clear'] as const

export interface EffectsSearch {
  readonly state?: (typeof effectStates)[number] | undefined
}

export function effectsSearch(values: SearchValues): EffectsSearch {
  return { state: choiceParam(values, 'state', effectStates) }
}
