import { listParam, type SearchValues, textParam } from './search-params.ts'

export interface RootSearch {
  /** Id of the run; absent = the latest. */
  run?: string | undefined
  /** Figures walked in the drawer, the open one last. */
  trace?: string[] | undefined
}

/** What may stand in the address of every page. */
export const rootSearch = (values: SearchValues): RootSearch => ({
  run: textParam(values, 'run'),
  trace: listParam(values, 'trace'),
})
