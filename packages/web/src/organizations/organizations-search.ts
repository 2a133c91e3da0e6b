import type { UnitKind } from '@eduduty/core/organizations'
import { choiceParam, type SearchValues, textParam } from '../platform/shell/search-params.ts'

export const kindChoices: readonly UnitKind[] = [
  'government',
  'department',
  'township',
  'school',
  'kindergarten',
  'inspection_area',
]

export interface OrganizationsSearch {
  county?: string | undefined
  /** The day whose units are shown; absent = today. */
  as_of?: string | undefined
  kind?: UnitKind | undefined
  q?: string | undefined
  /** `990101/T01`: the unit whose panel is open. */
  unit?: string | undefined
}

export function organizationsSearch(values: SearchValues): OrganizationsSearch {
  return {
    county: textParam(values, 'county'),
    as_of: textParam(values, 'as_of'),
    kind: choiceParam(values, 'kind', kindChoices),
    q: textParam(values, 'q'),
    unit: textParam(values, 'unit'),
  }
}

export interface AreasSearch {
  as_of?: string | undefined
  /** Only those directly below this one. */
  parent?: string | undefined
  q?: string | undefined
  ended?: 'yes' | undefined
}

export function areasSearch(values: SearchValues): AreasSearch {
  return {
    as_of: textParam(values, 'as_of'),
    parent: textParam(values, 'parent'),
    q: textParam(values, 'q'),
    ended: choiceParam(values, 'ended', ['yes'] as const),
  }
}
