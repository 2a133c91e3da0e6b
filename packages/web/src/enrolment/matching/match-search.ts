import { MatchLedger } from '@eduduty/core/packs'
import { choiceParam, type SearchValues } from '../../platform/shell/search-params.ts'

export const matchTabs = ['runs', 'proposals', 'findings', 'risks'] as const
export type MatchTab = (typeof matchTabs)[number]
export const findingStateNames = ['open', 'confirmed', 'excluded', 'gone'] as const
export const ledgers = MatchLedger.anyOf.map((one) => one.const)

/** What of the comparisons is looked at, as it stands in the address. */
export interface MatchSearch {
  tab?: MatchTab | undefined
  state?: (typeof findingStateNames)[number] | undefined
  ledger?: MatchLedger | undefined
  sure?: 'true' | undefined
}

export const matchSearch = (values: SearchValues): MatchSearch => ({
  tab: choiceParam(values, 'tab', matchTabs),
  state: choiceParam(values, 'state', findingStateNames),
  ledger: choiceParam(values, 'ledger', ledgers),
  sure: choiceParam(values, 'sure', ['true']),
})
