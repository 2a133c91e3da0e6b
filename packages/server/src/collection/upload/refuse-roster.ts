import { AppError } from '../../platform/errors/app-error.ts'
import type { RosterOutcome } from '../stream/load-register.ts'
import type { WantedRows } from './choose-rows.ts'

/** A roster that was read to its end. */
export type StoredRoster = Extract<RosterOutcome, { readonly state: 'stored' }>

/** What is said of a file that could be opened and holds no such roster. */
const otherTables = ['no_table_found', 'other_register', 'unrecognised_sheet', 'not_a_roster', 'stacked_tables']

/** Errors: `collection.upload_cancelled`, `collection.upload_wrong_table`, `collection.upload_unreadable`. */
export function takenOrRefused({ row, pack }: WantedRows, outcome: RosterOutcome): StoredRoster {
  switch (outcome.state) {
    case 'stored':
      return outcome
    case 'cancelled':
      throw new AppError('collection.upload_cancelled')
    case 'refused': {
      const [first] = outcome.findings
      const why = first?.message ?? '读不出表格'
      if (first !== undefined && otherTables.includes(first.code))
        throw new AppError('collection.upload_wrong_table', { table: pack.register(row.register).title, why })
      throw new AppError('collection.upload_unreadable', { why })
    }
  }
}

/**
 * A roster of which not one row is the unit's own or of the year would only take away what is there. Errors:
 * `collection.upload_wrong_unit`, `collection.upload_wrong_year`.
 */
export function refuseForeign({ row }: WantedRows, { rows, findings }: StoredRoster['summary']): void {
  if (rows > 0) return
  const found = (code: string) => findings.find((finding) => finding.code === code)?.found
  const [unit, year] = [found('other_unit'), found('other_year')]
  if (unit !== undefined) throw new AppError('collection.upload_wrong_unit', { found: unit, expected: row.unit_name })
  if (year !== undefined) throw new AppError('collection.upload_wrong_year', { found: year, expected: row.year })
}
