import type { RegisterRow, RowSource } from '@eduduty/core/collection'
import type { Assessment } from '@eduduty/core/evaluation'
import type { AssessedFolder, AssessFolder, Outputs } from '../../evaluation/index.ts'

export interface AssessRequest {
  readonly folder: AssessFolder
  /** Where the outputs are written. */
  readonly output: string
}

/** A row without what only code can say of it: in which cells its values stand. */
export type SentRow = Omit<RegisterRow, 'source'> & { readonly source: Pick<RowSource, 'file' | 'sheet' | 'row'> }

/** What came of it, as far as it can pass from a thread. */
export interface AssessReply {
  readonly assessment: Assessment
  readonly read: Omit<AssessedFolder['read'], 'rows'>
  readonly rows: readonly SentRow[]
  readonly outputs: Outputs
  /** Names of the units that rows are of. */
  readonly names: ReadonlyMap<string, string>
}
