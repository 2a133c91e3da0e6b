import type { Pack } from './schema/pack.ts'

/** One column whose value follows from rosters. */
export interface DerivedColumn {
  readonly column: string
  readonly formula: string
  readonly when?: string
}

/** The columns of a register that the pack derives, in the order they are written. */
export function derivationsOf(pack: Pack, register: string): readonly DerivedColumn[] {
  return (pack.derive ?? [])
    .filter((derivation) => derivation.register === register)
    .flatMap(({ columns, when }) =>
      Object.entries(columns).map(([column, formula]) => ({ column, formula, ...(when !== undefined && { when }) })),
    )
}
