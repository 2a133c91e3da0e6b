import { PledgeState } from '@eduduty/core/duties'
import { PledgeLevel } from '@eduduty/core/packs'
import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export const pledgeLevels = PledgeLevel.anyOf.map((one) => one.const)
export const pledgeStates = PledgeState.anyOf.map((one) => one.const)

export const pledgeScans = ['yes', 'no'] as const

export interface PledgeSearch {
  plan?: string | undefined
  level?: PledgeLevel | undefined
  state?: PledgeState | undefined
  /** With or without the scan of what was signed. */
  scan?: 'yes' | 'no' | undefined
  text?: string | undefined
}

export const pledgeSearch = (values: SearchValues): PledgeSearch => ({
  plan: textParam(values, 'plan'),
  level: choiceParam(values, 'level', pledgeLevels),
  state: choiceParam(values, 'state', pledgeStates),
  scan: choiceParam(values, 'scan', pledgeScans),
  text: textParam(values, 'text'),
})
