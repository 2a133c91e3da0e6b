import { choiceParam, type SearchValues, textParam } from '../platform/shell/search-params.ts'

export const eventResults = ['done', 'denied', 'failed'] as const
export type EventResult = (typeof eventResults)[number]

export interface AuditFilter {
  from?: string | undefined
  to?: string | undefined
  person?: string | undefined
  action?: string | undefined
  result?: EventResult | undefined
  text?: string | undefined
  /** Org path of a unit, with everything below it. */
  unit?: string | undefined
}

export interface AuditSearch extends AuditFilter {
  /** `990101-17`: the event whose panel is open. */
  event?: string | undefined
  /** The panel of the verification is open. */
  verify?: 'open' | undefined
}

export function auditSearch(values: SearchValues): AuditSearch {
  return {
    from: textParam(values, 'from'),
    to: textParam(values, 'to'),
    person: textParam(values, 'person'),
    action: textParam(values, 'action'),
    result: choiceParam(values, 'result', eventResults),
    text: textParam(values, 'text'),
    unit: textParam(values, 'unit'),
    event: textParam(values, 'event'),
    verify: choiceParam(values, 'verify', ['open'] as const),
  }
}

export function filterOf({ from, to, person, action, result, text, unit }: AuditSearch): AuditFilter {
  return { from, to, person, action, result, text, unit }
}

export function isFiltered(filter: AuditFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined)
}
