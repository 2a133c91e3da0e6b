import type { EventFilter } from '@eduduty/core/audit'
import { countyOf, isOrgPath, type OrgPath } from '@eduduty/core/organizations'
import { AppError } from '../platform/errors/app-error.ts'

/** A WHERE clause with the values it refers to. */
export interface EventCondition {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** Statements and the values they stand for; `$` in a statement is the place of its value. */
type Part = readonly [statement: string, value: unknown]

/**
 * Which events a filter asks for, of those within `scopes`; the rows are confined to them by the database as well.
 * Errors: `request.invalid`.
 */
export function eventCondition(
  filter: EventFilter,
  scopes: readonly OrgPath[],
  more: readonly Part[] = [],
): EventCondition {
  const values: unknown[] = []
  const clauses = [...countyParts(scopes), ...filterParts(filter), ...more].map(([statement, value]) => {
    values.push(value)
    return statement.replaceAll('$', `$${values.length}`)
  })
  return { sql: clauses.length === 0 ? 'true' : clauses.join(' and '), values }
}

/** The literal counties, where every scope lies in one: then other counties are not even looked at. */
function countyParts(scopes: readonly OrgPath[]): readonly Part[] {
  const counties = scopes.map(countyOf)
  const precise = counties.length > 0 && counties.every((county) => !county.endsWith('00'))
  return precise ? [['county_code = any($::text[])', [...new Set(counties)]]] : []
}

function filterParts(filter: EventFilter): readonly Part[] {
  const { from, to, person, action, result, text, unit } = filter
  const parts: Part[] = []
  if (from !== undefined) parts.push(['occurred_at >= $::timestamptz', dayStart(from)])
  if (to !== undefined) parts.push(["occurred_at < $::timestamptz + interval '1 day'", dayStart(to)])
  if (person !== undefined)
    // Whoever tried to sign in stands in the subject: nobody had proved yet who it was.
    parts.push([
      "(strpos(actor_name, $) > 0 or actor_id = $ or (action = 'identity.sign_in' and strpos(subject, $) > 0))",
      person,
    ])
  if (action !== undefined) parts.push(['action = $', action])
  if (result !== undefined) parts.push(['result = $', result])
  if (text !== undefined)
    parts.push(["strpos(lower(concat_ws(' ', subject, reason, detail, address, request_id)), lower($)) > 0", text])
  if (unit !== undefined) {
    if (!isOrgPath(unit)) throw new AppError('request.invalid', { reason: '单位应是组织路径' })
    parts.push(['org_path ^@ $', unit])
  }
  return parts
}

/** Days are China's, which has one time zone. */
function dayStart(day: string): string {
  const instant = `${day}T00:00:00+08:00`
  if (Number.isNaN(Date.parse(instant))) throw new AppError('request.invalid', { reason: `没有 ${day} 这一天` })
  return instant
}
