import type { UnitTree } from '@eduduty/core/organizations'

export interface UnitChoice {
  readonly value: string
  readonly label: string
}

export interface UnitChoices {
  readonly county: string
  readonly schools: readonly UnitChoice[]
  readonly townships: readonly UnitChoice[]
}

/** Schools and townships that are open, to be chosen by name. */
export function unitChoices(tree: UnitTree | undefined): UnitChoices {
  const open = (tree?.units ?? []).filter(({ closed_on: closed }) => closed === null)
  const of = (kind: 'school' | 'township'): readonly UnitChoice[] =>
    open.filter((unit) => unit.kind === kind).map(({ unit_id: value, name }) => ({ value, label: name }))
  return { county: tree?.county ?? '', schools: of('school'), townships: of('township') }
}
