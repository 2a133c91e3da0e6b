import { type LedgerKind, ledgerTitles } from '@eduduty/core/enrolment'
import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export const ledgerKinds = ['children', 'suspected', 'cases'] as const satisfies readonly LedgerKind[]

export const ledgerViews = ['places', ...ledgerKinds, 'differences', 'exports'] as const
export type LedgerView = (typeof ledgerViews)[number]

export interface LedgersSearch {
  view?: LedgerView | undefined
  year?: string | undefined
  unit?: string | undefined
  state?: string | undefined
  page?: string | undefined
}

export const ledgersSearch = (values: SearchValues): LedgersSearch => ({
  view: choiceParam(values, 'view', ledgerViews),
  year: textParam(values, 'year'),
  unit: textParam(values, 'unit'),
  state: textParam(values, 'state'),
  page: textParam(values, 'page'),
})

/** States by which each ledger can be narrowed: as the server knows them, and in words. */
export const ledgerStates: Readonly<Record<LedgerKind, readonly { value: string; label: string }[]>> = {
  children: ['县内就读', '县外就读', '送教上门', '延缓入学', '休学', '未入学', '辍学', '已毕业'].map((value) => ({
    value,
    label: value,
  })),
  suspected: [
    { value: 'open', label: '待核实' },
    { value: 'confirmed', label: '属实' },
  ],
  cases: [
    { value: '劝返中', label: '劝返中（未销案）' },
    { value: '已销案', label: '已销案' },
  ],
}

export const isLedger = (view: LedgerView): view is LedgerKind => view in ledgerTitles
