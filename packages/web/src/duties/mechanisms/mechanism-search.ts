import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export const tabs = ['meetings', 'bodies', 'promises', 'proposals', 'contacts', 'counts'] as const
export type MechanismTab = (typeof tabs)[number]

export interface MechanismSearch {
  county?: string | undefined
  year?: string | undefined
  tab?: MechanismTab | undefined
  /** Whose panel is open. */
  record?: string | undefined
  /** Of counts: only what is not the same. */
  open?: 'true' | undefined
}

export const mechanismSearch = (values: SearchValues): MechanismSearch => ({
  county: textParam(values, 'county'),
  year: textParam(values, 'year'),
  tab: choiceParam(values, 'tab', tabs),
  record: textParam(values, 'record'),
  open: choiceParam(values, 'open', ['true']),
})
